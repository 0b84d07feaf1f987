"""From the first paint of the window to an open casebook."""

from app.ui.start.house import House as House
from app.ui.start.house import Rescue as Rescue
from app.ui.start.program import start as start
