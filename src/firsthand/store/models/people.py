"""Members, judgements, replies, consents, and what is withheld."""

from django.db import models

from firsthand.store.models.ledger import Entry


class Member(models.Model):
    """Somebody with a role in the case."""

    name = models.CharField(max_length=200, primary_key=True)
    role = models.CharField(max_length=10)
    entry = models.ForeignKey(Entry, models.DO_NOTHING)


class Judgement(models.Model):
    """A person's decision about a claim or a finding; the latest holds, all are kept."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    subject = models.CharField(max_length=64, db_index=True)
    verdict = models.CharField(max_length=20)
    anchors = models.TextField(blank=True)


class Reply(models.Model):
    """Who was asked about a finding, how, until when, and what came of it.

    ``outcome`` is blank while an answer is awaited, or *not asked*. One row a finding.
    """

    asked = models.ForeignKey(Entry, models.DO_NOTHING, related_name="replies")
    answered = models.ForeignKey(Entry, models.DO_NOTHING, null=True, related_name="answers")
    finding = models.CharField(max_length=64, db_index=True)
    whom = models.TextField(blank=True)
    channel = models.TextField(blank=True)
    deadline = models.DateField(null=True, db_index=True)
    outcome = models.CharField(max_length=24, blank=True)
    on = models.DateField(null=True)
    words = models.TextField(blank=True)
    source = models.CharField(max_length=64, blank=True)


class Consent(models.Model):
    """A consent to one use of a testimony, until it ends or is withdrawn."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    source = models.CharField(max_length=64, db_index=True)
    use = models.CharField(max_length=24)
    until = models.DateField(null=True)
    withdrawn = models.ForeignKey(Entry, models.DO_NOTHING, null=True, related_name="withdrawals")


class Withholding(models.Model):
    """A field kept from every release, or shown in it by decision (``is_shown``)."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    subject = models.CharField(max_length=200, db_index=True)
    field = models.CharField(max_length=40)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)
    is_shown = models.BooleanField(default=False)
