/* The places a reader can choose among, as `builder/edition/place_data.py` writes them. */

interface ChosenCall {
  role: string;
  phone: string;
  /** Empty where the number rings nobody. */
  tel: string;
}

interface ChosenMeeting {
  /** As 2026-12-08. */
  day: string;
  when: string;
  name: string;
  page: string;
}

interface ChosenPlace {
  id: string;
  name: string;
  type: string;
  page: string;
  calls: ChosenCall[];
  meetings: ChosenMeeting[];
}

interface ChosenPlaces {
  words: { choose: string; change: string; next: string; more: string };
  places: ChosenPlace[];
}
