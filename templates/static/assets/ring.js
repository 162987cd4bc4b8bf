/* Whom to ring now: by the clock in Norway, the hours and the days off that the page holds, whoever answers stands first.
   Where that cannot be known, all of it stays as it is, with the hours. */
"use strict";
var handbokRing = (() => {
  const ZONE = "Europe/Oslo";
  const EVERY_MINUTE = 60_000;
  const MINUTES = 60;
  /** From Monday as 1, as the hours count them. */
  const DAYS = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE,
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });

  /**
   * The day, the day of the week and the minute of the day in Norway, wherever the clock of the reader is.
   * @param {Date} moment
   * @returns {RingTime}
   */
  function inNorway(moment) {
    const said = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
    return {
      date: `${said.year}-${said.month}-${said.day}`,
      day: DAYS.indexOf(said.weekday),
      minute: Number(said.hour) * MINUTES + Number(said.minute),
    };
  }

  /**
   * Whether somebody with these hours answers; null where nobody has said.
   * @param {RingHours} hours
   * @param {RingCalendar} calendar
   * @param {RingTime} at
   * @returns {boolean | null}
   */
  function isOpen(hours, calendar, at) {
    if (!hours.length || at.date > calendar.until) return null;
    const open = hours.some(([day, opens, closes]) => day === at.day && opens <= at.minute && at.minute < closes);
    if (!open || !(at.date in calendar.closed)) return open;
    const closes = calendar.closed[at.date];
    return closes === null ? null : at.minute < closes;
  }

  /**
   * For each row whether it answers: out of hours those do whose partners are closed. Null where it is not known.
   * @param {RingRow[]} rows
   * @param {RingCalendar} calendar
   * @param {RingTime} at
   * @returns {(boolean | null)[]}
   */
  function answering(rows, calendar, at) {
    const inHours = rows.filter((row) => row.answers === "in-hours");
    return rows.map((row) => {
      if (row.answers === "in-hours") return isOpen(row.hours ?? [], calendar, at);
      if (row.answers !== "out-of-hours") return true;
      const partners = inHours.filter((other) => other.of === row.of);
      const open = partners.map((other) => isOpen(other.hours ?? [], calendar, at));
      if (!open.length || open.includes(null)) return null;
      return open.includes(false);
    });
  }

  /**
   * Places in the list, those that answer first, else as they were. Nothing moves where something is not known.
   * @param {(boolean | null)[]} answers
   */
  function inOrder(answers) {
    const places = answers.map((_, place) => place);
    if (answers.includes(null)) return places;
    return places.sort((one, other) => Number(answers[other]) - Number(answers[one]) || one - other);
  }

  /** @param {HTMLElement} table */
  function rowsOf(table) {
    return /** @type {HTMLElement[]} */ (Array.from(table.querySelectorAll(".hb-ring__contacts > li")));
  }

  /** @param {HTMLElement} row @returns {RingRow} */
  function rowOf({ dataset }) {
    return { answers: dataset.answers, of: dataset.of, hours: JSON.parse(dataset.hours ?? "[]") };
  }

  /**
   * Says on each row whether it answers, and puts those that do first.
   * @param {HTMLElement} table
   * @param {HTMLElement[]} items its rows in the order they were written
   * @param {Date} moment
   */
  function show(table, items, moment) {
    const answers = answering(items.map(rowOf), JSON.parse(table.dataset.calendar ?? "{}"), inNorway(moment));
    items.forEach((item, place) => {
      mark(item, answers[place], table.dataset.open ?? "");
    });
    const list = items[0]?.parentElement;
    const order = inOrder(answers).map((place) => items[place]);
    // One that does not move keeps the focus somebody may have set on it.
    if (order.some((item, place) => item !== list?.children[place])) list?.append(...order);
  }

  /**
   * @param {HTMLElement} item
   * @param {boolean | null} answers
   * @param {string} words what one that answers says
   */
  function mark(item, answers, words) {
    const state = /** @type {HTMLElement | null} */ (item.querySelector(".hb-ring__state"));
    item.classList.toggle("hb-ring__open", answers === true);
    item.classList.toggle("hb-ring__closed", answers === false);
    if (!state) return;
    state.hidden = !answers;
    state.textContent = answers ? words : "";
  }

  /** Now, every minute, and when a page that was put aside is looked at again. @param {Document} page */
  function keep(page) {
    const found = /** @type {HTMLElement[]} */ (Array.from(page.querySelectorAll(".hb-ring")));
    if (!found.length) return;
    const tables = found.map((table) => ({ table, items: rowsOf(table) }));
    const showAll = () => {
      for (const { table, items } of tables) show(table, items, new Date());
    };
    showAll();
    setInterval(showAll, EVERY_MINUTE);
    page.addEventListener("visibilitychange", showAll);
  }

  return { inNorway, isOpen, answering, inOrder, show, keep };
})();

handbokRing.keep(document);
