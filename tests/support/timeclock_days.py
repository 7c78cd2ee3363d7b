"""The days that the time clock is tried on.

Over 300 lines: a table of days, each with its punches and what they come to.
"""

from collections.abc import Sequence
from datetime import date

from support.timeclock import Scenario
from sync.terms import DayRule

_SPLIT = {"day_rule": DayRule.SPLIT}

SCENARIOS: Sequence[Scenario] = (
    Scenario(
        "an ordinary day",
        """
        08:00 in A
        10:00 rest
        10:15 end
        12:00 meal
        12:45 end
        15:00 switch B
        16:00 travel
        16:30 out
        """,
        """
        04 work 08:00-10:00 120m A
        04 paid_rest 10:00-10:15 15m A
        04 work 10:15-12:00 105m A
        04 unpaid_meal 12:00-12:45 45m A
        04 work 12:45-15:00 135m A
        04 work 15:00-16:00 60m B
        04 travel 16:00-16:30 30m
        """,
    ),
    Scenario("still at work", "08:00 in A", "04 work 08:00-? A open"),
    Scenario("nothing at all", "", ""),
    Scenario(
        "a night shift counts for the day it started on",
        """
        22:00 in
        +1 02:00 meal
        +1 02:30 end
        +1 06:00 out
        """,
        """
        04 work 22:00-02:00 240m
        04 unpaid_meal 02:00-02:30 30m
        04 work 02:30-06:00 210m
        """,
    ),
    Scenario(
        "a night shift is split at midnight where the organisation says so",
        """
        22:00 in
        +1 02:00 meal
        +1 02:30 end
        +1 06:00 out
        """,
        """
        04 work 22:00-00:00 120m
        05 work 00:00-02:00 120m
        05 unpaid_meal 02:00-02:30 30m
        05 work 02:30-06:00 210m
        """,
        settings=_SPLIT,
    ),
    Scenario(
        "a meal over midnight is one meal, not two short ones",
        """
        20:00 in
        23:45 meal
        +1 00:15 end
        +1 04:00 out
        """,
        """
        04 work 20:00-23:45 225m
        04 unpaid_meal 23:45-00:00 15m
        05 unpaid_meal 00:00-00:15 15m
        05 work 00:15-04:00 225m
        """,
        settings=_SPLIT,
    ),
    Scenario(
        "a day that starts at five keeps the night with its evening",
        """
        03:00 in
        04:00 out
        22:00 in
        +1 06:00 out
        """,
        """
        03 work 03:00-04:00 60m
        04 work 22:00-05:00 420m
        05 work 05:00-06:00 60m
        """,
        settings={**_SPLIT, "day_starts_minute": 300},
    ),
    Scenario(
        "London, the night the clocks go forward, is an hour shorter",
        """
        22:00 in
        +1 06:00 out
        """,
        "28 work 22:00-06:00 420m",
        zone="Europe/London",
        first_day=date(2026, 3, 28),
    ),
    Scenario(
        "London, the night the clocks go back, is an hour longer",
        """
        22:00 in
        +1 01:30 rest
        +1 01:30* end
        +1 06:00 out
        """,
        """
        24 work 22:00-01:30 210m
        24 paid_rest 01:30-01:30 60m
        24 work 01:30-06:00 270m
        """,
        zone="Europe/London",
        first_day=date(2026, 10, 24),
    ),
    Scenario(
        "New York in spring, split",
        """
        22:00 in
        +1 06:00 out
        """,
        """
        07 work 22:00-00:00 120m
        08 work 00:00-06:00 300m
        """,
        zone="America/New_York",
        first_day=date(2026, 3, 7),
        settings=_SPLIT,
    ),
    Scenario(
        "New York in autumn, with a day boundary in the hour that comes twice",
        """
        +1 00:30 in
        +1 01:10* switch A
        +1 05:00 out
        """,
        """
        31 work 00:30-01:30 60m
        01 work 01:30-01:10 40m
        01 work 01:10-05:00 230m A
        """,
        zone="America/New_York",
        first_day=date(2026, 10, 31),
        settings={**_SPLIT, "day_starts_minute": 90},
    ),
    Scenario(
        "a clock-out forgotten on Tuesday stays open, Wednesday is whole",
        """
        08:00 in A
        +1 08:00 in A
        +1 16:00 out
        """,
        """
        04 work 08:00-? A forgotten open
        05 work 08:00-16:00 480m A
        """,
    ),
    Scenario(
        "forgotten, and the next day starts with a switch",
        """
        08:00 in A
        12:00 meal
        +1 08:00 switch B
        +1 16:00 out
        """,
        """
        04 work 08:00-12:00 240m A
        04 unpaid_meal 12:00-? A forgotten open
        05 work 08:00-16:00 480m B no_clock_in
        """,
    ),
    Scenario(
        "forgotten both out and in: no 33 hours are made up",
        """
        08:00 in
        +1 17:00 out
        """,
        """
        04 work 08:00-? forgotten open
        05 work 17:00-17:00 0m unmatched_out
        """,
    ),
    Scenario(
        "a shift of fifteen hours is kept and flagged",
        """
        06:00 in
        14:00 switch A
        21:00 out
        """,
        """
        04 work 06:00-14:00 480m
        04 work 14:00-21:00 420m A too_long
        """,
    ),
    Scenario(
        "after longer than a long shift a switch starts a new one",
        """
        06:00 in
        20:30 switch A
        21:00 out
        """,
        """
        04 work 06:00-? forgotten open
        04 work 20:30-21:00 30m A no_clock_in
        """,
    ),
    Scenario(
        "a clock-out after twenty hours is believed and flagged",
        """
        06:00 in
        +1 02:00 out
        """,
        "04 work 06:00-02:00 1200m too_long",
    ),
    Scenario(
        "clocked in on two devices, clocked out on both",
        """
        08:00 in A
        08:01 in
        16:00 out
        16:01 out
        """,
        """
        04 work 08:00-08:01 1m A overlap
        04 work 08:01-16:00 479m A double_in
        04 work 16:01-16:01 0m unmatched_out
        """,
    ),
    Scenario(
        "two devices in the same instant",
        """
        08:00 in A
        08:00 in B
        12:00 out
        """,
        """
        04 work 08:00-08:00 0m A overlap
        04 work 08:00-12:00 240m B double_in
        """,
    ),
    Scenario(
        "out and in at the same minute are two shifts",
        """
        08:00 in A
        12:00 in B
        12:00 out
        16:00 out
        """,
        """
        04 work 08:00-12:00 240m A
        04 work 12:00-16:00 240m B
        """,
    ),
    Scenario(
        "whatever starts something puts a person on the clock",
        """
        08:00 travel A
        08:30 out
        09:00 switch A
        10:00 out
        11:00 rest
        11:10 out
        12:00 end
        13:00 out
        """,
        """
        04 travel 08:00-08:30 30m A no_clock_in
        04 work 09:00-10:00 60m A no_clock_in
        04 paid_rest 11:00-11:10 10m no_clock_in
        04 work 12:00-13:00 60m unmatched_break_end
        """,
    ),
    Scenario(
        "a break of no stated kind is paid, a second start and a second end are seen",
        """
        08:00 in A
        10:00 break
        10:05 rest
        10:10 end
        10:20 end
        11:00 out
        """,
        """
        04 work 08:00-10:00 120m A
        04 paid_rest 10:00-10:05 5m A
        04 paid_rest 10:05-10:10 5m A double_break
        04 work 10:10-10:20 10m A
        04 work 10:20-11:00 40m A unmatched_break_end
        """,
    ),
    Scenario(
        "a break in the middle of travel goes on with travel; leaving from a break is fine",
        """
        08:00 in A
        09:00 travel B
        09:10 rest
        09:20 end
        10:00 meal
        10:29 out
        """,
        """
        04 work 08:00-09:00 60m A
        04 travel 09:00-09:10 10m B
        04 paid_rest 09:10-09:20 10m B
        04 travel 09:20-10:00 40m B
        04 unpaid_meal 10:00-10:29 29m B short_meal
        """,
    ),
    Scenario(
        "a switch ends a break, a clock-in during a break is a double one",
        """
        08:00 in A
        09:00 rest
        09:10 switch B
        10:00 rest
        10:10 in
        11:00 out
        """,
        """
        04 work 08:00-09:00 60m A
        04 paid_rest 09:00-09:10 10m A
        04 work 09:10-10:00 50m B
        04 paid_rest 10:00-10:10 10m B overlap
        04 work 10:10-11:00 50m B double_in
        """,
    ),
    Scenario(
        "a clock-out taken back hours later",
        """
        08:00 in A
        12:00 out
        15:00 void #2
        16:00 out
        """,
        "04 work 08:00-16:00 480m A corrected",
    ),
    Scenario(
        "a clock-out taken back by somebody else",
        """
        08:00 in A
        12:00 out
        12:00 void #2 by-lead
        16:00 out
        """,
        "04 work 08:00-16:00 480m A corrected",
    ),
    Scenario(
        "a click undone at once",
        """
        08:00 in A
        12:00 out
        12:00 void #2
        16:00 out
        """,
        "04 work 08:00-16:00 480m A",
    ),
    Scenario(
        "a void taken back",
        """
        08:00 in A
        12:00 out
        12:01 void #2
        12:02 void #3
        """,
        "04 work 08:00-12:00 240m A",
    ),
    Scenario(
        "a void taken back, and that taken back again",
        """
        08:00 in A
        12:00 out
        12:05 void #2
        12:06 void #3
        12:07 void #4
        16:00 out
        """,
        "04 work 08:00-16:00 480m A corrected",
    ),
    Scenario(
        "voids that name themselves, each other, or nothing change nothing",
        """
        08:00 in A
        12:00 out
        12:01 void #3
        12:01 void #5
        12:02 void #4
        12:03 void #99
        12:04 void
        """,
        "04 work 08:00-12:00 240m A",
    ),
    Scenario(
        "an amended instant, work order and break; the last word on each counts",
        """
        08:10 in A
        12:00 meal
        12:45 end
        16:00 out
        17:00 amend #1 to 07:50
        17:01 amend #1 to 08:00
        17:02 amend #1 B because forgot
        17:03 amend #3 to 12:20
        """,
        """
        04 work 08:00-12:00 240m B corrected
        04 unpaid_meal 12:00-12:20 20m B corrected short_meal
        04 work 12:20-16:00 220m B corrected
        """,
    ),
    Scenario(
        "an amend of an amend speaks of the punch behind both; a voided amend is silent",
        """
        08:00 in
        16:00 out
        17:00 amend #2 to 15:00
        17:01 amend #3 to 15:30
        17:02 amend #2 to 14:00
        17:03 void #5
        """,
        "04 work 08:00-15:30 450m corrected",
    ),
    Scenario(
        "amends in a circle, of nothing, and of a void change nothing",
        """
        08:00 in
        16:00 out
        17:00 amend #4 to 10:00
        17:01 amend #3 to 11:00
        17:02 amend #99 to 12:00
        17:03 void #99
        17:04 amend #6 to 13:00
        """,
        "04 work 08:00-16:00 480m",
    ),
    Scenario(
        "a forgotten clock-out, entered the next day and set back by hand",
        """
        08:00 in A
        +1 07:00 out
        +1 07:01 amend #2 to 16:00 because forgot
        +1 08:00 in A
        """,
        """
        04 work 08:00-16:00 480m A corrected
        05 work 08:00-? A open
        """,
    ),
    Scenario(
        "a clock-out entered later, with its reason, at its own time",
        """
        08:00 in A
        16:00 out because forgot
        +1 08:00 in A
        """,
        """
        04 work 08:00-16:00 480m A corrected
        05 work 08:00-? A open
        """,
    ),
    Scenario(
        "an amend that moves a clock-out behind another shift",
        """
        08:00 in A
        10:00 out
        11:00 in B
        12:00 out
        13:00 amend #2 to 11:30
        """,
        """
        04 work 08:00-11:00 180m A overlap
        04 work 11:00-11:30 30m B corrected double_in
        04 work 12:00-12:00 0m unmatched_out
        """,
    ),
    Scenario(
        "a crew lead punches for a worker",
        """
        08:00 in A by-lead
        16:00 out
        """,
        "04 work 08:00-16:00 480m A",
    ),
    Scenario(
        "the server's corrected instant counts, its flags come along, others are ignored",
        """
        09:00 in A skew corrected 08:00
        16:00 out future sunny
        """,
        "04 work 08:00-16:00 480m A future skew",
    ),
    Scenario(
        "what came after its week was approved is flagged",
        """
        08:00 in locked_week
        12:00 out
        13:00 in
        17:00 out
        18:00 amend #4 to 16:00 because early locked_week
        """,
        """
        04 work 08:00-12:00 240m locked_week
        04 work 13:00-16:00 180m corrected locked_week
        """,
    ),
    Scenario(
        "a punch that was taken out after its week was approved leaves the flag where it was",
        """
        08:00 in
        12:00 switch A
        17:00 out
        18:00 void #2 because wrong locked_week
        """,
        "04 work 08:00-17:00 540m corrected locked_week",
    ),
    Scenario(
        "a long shift of 0 minutes means a day",
        """
        08:00 in
        +1 07:00 switch A
        +1 07:30 out
        """,
        """
        04 work 08:00-07:00 1380m
        04 work 07:00-07:30 30m A
        """,
        settings={"long_shift_minutes": 0},
    ),
)
