// Who answers just now: by the clock in Norway, hours, holidays and days offices close early.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support.mjs";

// A page with no table on it: the script finds nothing to keep.
globalThis.document = { querySelectorAll: () => [] };
run("assets/ring.js");
const { inNorway, answering, inOrder } = globalThis.handbokRing;

const WEEKDAYS = [1, 2, 3, 4, 5].map((day) => [day, 8 * 60, 15 * 60 + 30]);
const RECEPTION = { answers: "in-hours", of: "child-welfare", hours: WEEKDAYS };
const OUT_OF_HOURS = { answers: "out-of-hours", of: "child-welfare", hours: [] };
const CALENDAR = {
  until: "2028-12-31",
  // Closed all day on holidays, at noon before Easter; nobody has said when on New Year's Eve.
  closed: { "2026-05-17": 0, "2026-12-24": 0, "2026-12-25": 0, "2027-03-24": 12 * 60, "2026-12-31": null },
};

const at = (moment, rows = [RECEPTION, OUT_OF_HOURS]) => answering(rows, CALENDAR, inNorway(new Date(moment)));

for (const [moment, norway] of [
  ["2026-11-30T07:00:00Z", { date: "2026-11-30", day: 1, minute: 8 * 60 }], // winter
  ["2026-07-01T06:00:00Z", { date: "2026-07-01", day: 3, minute: 8 * 60 }], // summer
  ["2026-11-29T23:30:00Z", { date: "2026-11-30", day: 1, minute: 30 }], // past midnight there, not in London
  ["2026-12-31T23:00:00Z", { date: "2027-01-01", day: 5, minute: 0 }],
  ["2026-03-29T00:59:00Z", { date: "2026-03-29", day: 7, minute: 60 + 59 }], // a minute before the clock goes forward
  ["2026-03-29T01:00:00Z", { date: "2026-03-29", day: 7, minute: 3 * 60 }],
  ["2026-10-25T01:00:00Z", { date: "2026-10-25", day: 7, minute: 2 * 60 }], // the second time it is two
]) {
  test(`${moment} is ${JSON.stringify(norway)} in Norway`, () => {
    assert.deepEqual(inNorway(new Date(moment)), norway);
  });
}

for (const [when, moment, reception] of [
  ["just before opening", "2026-11-30T06:59:59Z", false],
  ["at opening", "2026-11-30T07:00:00Z", true],
  ["just before closing", "2026-11-30T14:29:59Z", true],
  ["at closing", "2026-11-30T14:30:00Z", false],
  ["a summer morning", "2026-07-01T06:00:00Z", true],
  ["an hour before, in summer", "2026-07-01T05:59:00Z", false],
  ["the Monday after the clock went forward", "2026-03-30T06:00:00Z", true],
  ["the Friday before it did", "2026-03-27T06:59:00Z", false],
  ["the Monday after it went back", "2026-10-26T07:00:00Z", true],
  ["Saturday", "2026-11-28T11:00:00Z", false],
  ["Sunday", "2026-11-29T11:00:00Z", false],
  ["at night", "2026-12-01T01:00:00Z", false],
  ["Christmas Day, a Friday", "2026-12-25T11:00:00Z", false],
  ["Christmas Eve, a Thursday, closed all day", "2026-12-24T09:00:00Z", false],
  ["the morning before Easter", "2027-03-24T10:59:00Z", true],
  ["the afternoon before Easter", "2027-03-24T11:00:00Z", false],
  ["a holiday on a Sunday", "2026-05-17T10:00:00Z", false],
]) {
  test(`${when}: ${reception ? "the reception" : "out of hours"} answers`, () => {
    assert.deepEqual(at(moment), [reception, !reception]);
  });
}

for (const [when, moment, rows] of [
  ["New Year's Eve, when nobody has said when offices close", "2026-12-31T09:00:00Z"],
  ["later than the builder knew of holidays", "2029-01-02T09:00:00Z"],
  ["where the reception has no hours", "2026-11-30T09:00:00Z", [{ ...RECEPTION, hours: [] }, OUT_OF_HOURS]],
]) {
  test(`${when}: no row says that it answers, and none is moved`, () => {
    const answers = at(moment, rows);
    assert.deepEqual(answers, [null, null]);
    assert.deepEqual(inOrder(answers), [0, 1]);
  });
}

test("the night of New Year's Eve is known all the same: no office is open then", () => {
  assert.deepEqual(at("2026-12-31T22:00:00Z"), [false, true]);
});

test("out of hours with nobody to take turns with, it is not known who answers", () => {
  assert.deepEqual(at("2026-11-30T09:00:00Z", [OUT_OF_HOURS]), [null]);
});

test("one who always answers does so on holidays and without hours", () => {
  assert.deepEqual(at("2026-12-25T02:00:00Z", [{ answers: "always", of: "crisis-centre" }]), [true]);
});

test("another kind of service does not say when child welfare is closed", () => {
  const other = { answers: "in-hours", of: "ppt", hours: WEEKDAYS };
  assert.deepEqual(at("2026-11-30T09:00:00Z", [other, RECEPTION, OUT_OF_HOURS]), [true, true, false]);
});

test("where one of two receptions is closed, both the open one and out of hours answer", () => {
  const short = { ...RECEPTION, hours: WEEKDAYS.map(([day, opens]) => [day, opens, 12 * 60]) };
  assert.deepEqual(at("2026-11-30T13:00:00Z", [RECEPTION, short, OUT_OF_HOURS]), [true, false, true]);
});

test("those that answer stand first, else in the order they were written", () => {
  assert.deepEqual(inOrder([false, true, false, true]), [1, 3, 0, 2]);
});
