"""The Django app that holds a case's tables."""

from django.apps import AppConfig


class RecordTables(AppConfig):
    """The tables of a case; they are named ``record_…`` after what they hold."""

    name = "firsthand.store"
    label = "record"
    default_auto_field = "django.db.models.BigAutoField"
