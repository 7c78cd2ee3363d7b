"""What screens and commands are shown: frozen values, ready to be read. Instants are UTC; `Mark` is the sync state."""

from client.views.changes import Change, SearchHit
from client.views.conflicts import ConflictItem, Review
from client.views.customers import ContactLine, CustomerDetail, CustomerLine, SiteLine
from client.views.history import FieldChange, HistoryLine
from client.views.leads import Duplicate, LeadDetail, LeadLine, MergeField, MergeView
from client.views.news import NewsLine
from client.views.notes import AttachmentLine, NoteLine, Where
from client.views.people import Person
from client.views.reports import JobReport, Shown
from client.views.sync import (
    ActivityPicture,
    Beat,
    Check,
    DeletedRecord,
    Fetching,
    FetchStage,
    Link,
    MissingRecord,
    SyncItem,
    SyncStatus,
    Undone,
)
from client.views.time import (
    Activity,
    Answer,
    ClockState,
    DayTotal,
    Doubt,
    Entry,
    JobTotal,
    Punched,
    PunchLine,
    Sheet,
    TimeReport,
    Today,
    Week,
    Why,
)
from client.views.work_orders import (
    CheckLine,
    Missing,
    PartLine,
    PersonTime,
    PlanChange,
    WorkOrderDetail,
    WorkOrderLine,
)
from sync.status import Mark

__all__ = [
    "Activity",
    "ActivityPicture",
    "Answer",
    "AttachmentLine",
    "Beat",
    "Change",
    "Check",
    "CheckLine",
    "ClockState",
    "ConflictItem",
    "ContactLine",
    "CustomerDetail",
    "CustomerLine",
    "DayTotal",
    "DeletedRecord",
    "Doubt",
    "Duplicate",
    "Entry",
    "FetchStage",
    "Fetching",
    "FieldChange",
    "HistoryLine",
    "JobReport",
    "JobTotal",
    "LeadDetail",
    "LeadLine",
    "Link",
    "Mark",
    "MergeField",
    "MergeView",
    "Missing",
    "MissingRecord",
    "NewsLine",
    "NoteLine",
    "PartLine",
    "Person",
    "PersonTime",
    "PlanChange",
    "PunchLine",
    "Punched",
    "Review",
    "SearchHit",
    "Sheet",
    "Shown",
    "SiteLine",
    "SyncItem",
    "SyncStatus",
    "TimeReport",
    "Today",
    "Undone",
    "Week",
    "Where",
    "Why",
    "WorkOrderDetail",
    "WorkOrderLine",
]
