"""What the list of cases lets be changed in many of them, and in lines of their checklists."""

from app.services import bulk_edits, bulk_items
from app.ui.bulk.panel import Bulk

BULK = Bulk(
    "cases",
    {**bulk_edits.FIELDS, **bulk_items.FIELDS},
    bulk_edits.preview,
    bulk_edits.apply,
    bulk_items.preview,
    bulk_items.apply,
)
