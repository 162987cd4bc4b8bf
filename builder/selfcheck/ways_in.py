"""What services say to those who need them: who decides, what it takes, and what happens when somebody stays away."""

from __future__ import annotations

from builder.i18n import N_
from builder.selfcheck import service_measures
from builder.selfcheck.lines import Line

WAYS_IN = (
    Line(
        (service_measures.decides,),
        covered=N_("{count} av {total} tjenester med henvisning, søknad eller vedtak sier hvem som beslutter"),
        missing=N_("{count} av {total} tjenester med henvisning, søknad eller vedtak sier ikke hvem som beslutter"),
    ),
    Line(
        (service_measures.diagnosis,),
        covered=N_("{count} av {total} tjenester med henvisning, søknad eller vedtak sier om det kreves diagnose"),
        missing=N_("{count} av {total} tjenester med henvisning, søknad eller vedtak sier ikke om det kreves diagnose"),
    ),
    Line(
        (service_measures.without_diagnosis,),
        covered=N_(
            "{count} av {total} tjenester som kan kreve diagnose, sier hva andre gjør imens, eller hvor du ellers går"
        ),
        missing=N_(
            "{count} av {total} tjenester som kan kreve diagnose, sier verken hva andre gjør imens, eller hvor du "
            "ellers går"
        ),
    ),
    Line(
        (service_measures.otherwise,),
        covered=N_("{count} av {total} tjenester som tar imot henvisning, sier hva du gjør når du ikke kan henvise"),
        missing=N_(
            "{count} av {total} tjenester som tar imot henvisning, sier ikke hva du gjør når du ikke kan henvise"
        ),
    ),
    Line(
        (service_measures.no_show,),
        covered=N_(
            "{count} av {total} tjenester med henvisning, søknad eller vedtak sier hva som skjer når noen ikke møter"
        ),
        missing=N_(
            "{count} av {total} tjenester med henvisning, søknad eller vedtak sier ikke hva som skjer når noen ikke "
            "møter"
        ),
    ),
    Line(
        (service_measures.direct_contact,),
        covered=N_("{count} av {total} tjenester sier om ansatte kan ringe hverandre direkte"),
        missing=N_("{count} av {total} tjenester sier ikke om ansatte kan ringe hverandre direkte"),
    ),
)
