"""Django's settings for a case's tables alone; the desk has its own, which hold these.

Databases are not named here: each case brings its own when it is opened.
"""

from typing import Any, Final

INSTALLED_APPS: Final = ["firsthand.store.apps.RecordTables"]
DATABASES: Final[dict[str, Any]] = {}
USE_TZ: Final = True
TIME_ZONE: Final = "UTC"
DEFAULT_AUTO_FIELD: Final = "django.db.models.BigAutoField"
