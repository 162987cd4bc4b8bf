/* Whom to ring now, as the builder gives it to pages and to the search (`builder/edition/ring_data.py`). */

/** Days of the week from Monday as 1, and minutes after midnight: [day, opens, closes]. */
type RingHours = [number, number, number][];

/** Until when it is known, and the minute offices close on days that differ: 0 all day, null where nobody has said. */
interface RingCalendar {
  until: string;
  closed: Record<string, number | null>;
}

interface RingTime {
  date: string;
  day: number;
  minute: number;
}

/** A number has no hours; a contact answers always, in its hours, or when those of the same kind (`of`) do not. */
interface RingRow {
  answers?: string;
  of?: string;
  hours?: RingHours;
}

interface RingData {
  calendar: RingCalendar;
  rows: (RingRow & { name: string; phone: string; tel: string; said: string; when?: string })[];
}
