"""What screens ask: each answer is a frozen value from one consistent view of the file."""

from storage.database import Database
from storage.deliveries import Deliveries
from storage.queries.attachments import Attachments
from storage.queries.conflicts import Conflicts
from storage.queries.customers import Customers
from storage.queries.deleted import Deleted
from storage.queries.directory import Directory
from storage.queries.leads import Leads
from storage.queries.locations import Locations
from storage.queries.lookalikes import Lookalikes
from storage.queries.notifications import Notifications
from storage.queries.parts import Parts
from storage.queries.set_aside import SetAside
from storage.queries.sheets import Sheets
from storage.queries.sync_lists import SyncLists
from storage.queries.timesheet import Timesheet
from storage.queries.work_orders import WorkOrders


class Queries:
    def __init__(self, database: Database, deliveries: Deliveries) -> None:
        self.leads = Leads(database, deliveries)
        self.lookalikes = Lookalikes(database, deliveries)
        self.customers = Customers(database, deliveries)
        self.work_orders = WorkOrders(database, deliveries)
        self.timesheet = Timesheet(database, deliveries)
        self.sheets = Sheets(database, deliveries)
        self.directory = Directory(database, deliveries)
        self.attachments = Attachments(database, deliveries)
        self.parts = Parts(database, deliveries)
        self.locations = Locations(database, deliveries)
        self.conflicts = Conflicts(database, deliveries)
        self.notifications = Notifications(database, deliveries)
        self.deleted = Deleted(database, deliveries)
        self.set_aside = SetAside(database, deliveries)
        self.sync = SyncLists(database, deliveries)
