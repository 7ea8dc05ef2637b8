"""The tables of a case, as they first stood."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The first tables."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Act",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("on", models.CharField(blank=True, max_length=10)),
                ("country", models.CharField(blank=True, max_length=2)),
                ("tactics", models.TextField(blank=True)),
                ("body", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.CharField(max_length=27)),
                ("author", models.CharField(max_length=200)),
                ("reason", models.TextField(blank=True)),
                ("kind", models.CharField(db_index=True, max_length=40)),
                ("before", models.CharField(max_length=64)),
                ("commitment", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Echo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("derived", models.CharField(db_index=True, max_length=64)),
                ("root", models.CharField(db_index=True, max_length=64)),
                ("kind", models.CharField(max_length=12)),
                ("body", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("rank", models.BigIntegerField(db_index=True)),
                ("proposition", models.TextField()),
                ("support", models.CharField(db_index=True, max_length=20)),
                ("support_reason", models.TextField(blank=True)),
                ("dispute", models.CharField(db_index=True, max_length=20)),
                ("dispute_reason", models.TextField(blank=True)),
                ("course_reason", models.TextField(blank=True)),
                ("repeated_by", models.IntegerField(default=0)),
                ("origins", models.IntegerField(default=0)),
                ("found_support", models.CharField(max_length=20)),
                ("found_dispute", models.CharField(max_length=20)),
                ("found_course", models.TextField(blank=True)),
                ("found_brief", models.TextField(blank=True)),
                ("brief", models.TextField(blank=True)),
                ("body", models.TextField()),
                ("merged_into", models.CharField(blank=True, db_index=True, max_length=64)),
                ("is_regrouped", models.BooleanField(default=False)),
                ("split_by", models.BigIntegerField(null=True)),
            ],
            options={
                "ordering": ["rank"],
            },
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Indexed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=8)),
                ("subject", models.CharField(db_index=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="ProposedMerge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("left", models.CharField(max_length=64)),
                ("right", models.CharField(max_length=64)),
                ("reason", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Setting",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("value", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="ActPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.CharField(max_length=30)),
                ("value", models.TextField(blank=True)),
                ("entity", models.CharField(blank=True, max_length=200)),
                ("claims", models.TextField()),
                (
                    "act",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="record.act"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Content",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("salt", models.BinaryField()),
                ("sealed", models.BinaryField()),
                ("key", models.BinaryField()),
                ("is_confidential", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="EntityLink",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("left", models.CharField(db_index=True, max_length=200)),
                ("relation", models.CharField(max_length=80)),
                ("right", models.CharField(db_index=True, max_length=200)),
                ("claims", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("subject", models.CharField(db_index=True, max_length=64)),
                ("verdict", models.CharField(max_length=20)),
                ("anchors", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="OfficialAct",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("act", models.CharField(max_length=30)),
                ("by", models.TextField()),
                ("on", models.DateField(null=True)),
                ("follows", models.CharField(blank=True, max_length=64)),
                ("body", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="OriginTie",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("left", models.TextField()),
                ("right", models.TextField()),
                ("are_one", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="SameAs",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("left", models.CharField(db_index=True, max_length=200)),
                ("right", models.CharField(db_index=True, max_length=200)),
                ("are_one", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="Withholding",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("subject", models.CharField(db_index=True, max_length=200)),
                ("field", models.CharField(max_length=40)),
                ("start", models.IntegerField(null=True)),
                ("end", models.IntegerField(null=True)),
                ("is_shown", models.BooleanField(default=False)),
            ],
        ),
        migrations.AddField(
            model_name="act",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.DO_NOTHING, to="record.entry"
            ),
        ),
        migrations.CreateModel(
            name="Entity",
            fields=[
                ("id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("is_a", models.CharField(db_index=True, max_length=8)),
                ("name", models.TextField()),
                ("country", models.CharField(blank=True, max_length=2)),
                ("latitude", models.FloatField(null=True)),
                ("longitude", models.FloatField(null=True)),
                ("precision", models.CharField(blank=True, max_length=10)),
                ("body", models.TextField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, to="record.entry"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EntityName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField()),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="record.entity"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FindingClaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("claim", models.CharField(db_index=True, max_length=64)),
                ("source", models.CharField(db_index=True, max_length=64)),
                ("side", models.CharField(max_length=12)),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="record.finding"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FindingSpeaker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(db_index=True, max_length=500)),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="record.finding"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                ("name", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("role", models.CharField(max_length=10)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, to="record.entry"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reached",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("finding", models.CharField(db_index=True, max_length=64)),
                ("line", models.CharField(max_length=8)),
                ("before", models.TextField(blank=True)),
                ("after", models.TextField(blank=True)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, to="record.entry"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("finding", models.CharField(db_index=True, max_length=64)),
                ("whom", models.TextField(blank=True)),
                ("channel", models.TextField(blank=True)),
                ("deadline", models.DateField(db_index=True, null=True)),
                ("outcome", models.CharField(blank=True, max_length=24)),
                ("on", models.DateField(null=True)),
                ("words", models.TextField(blank=True)),
                ("source", models.CharField(blank=True, max_length=64)),
                (
                    "answered",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="answers",
                        to="record.entry",
                    ),
                ),
                (
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="replies",
                        to="record.entry",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("handling", models.CharField(db_index=True, max_length=12)),
                ("kind", models.CharField(blank=True, max_length=20)),
                ("title", models.TextField(blank=True)),
                ("publisher", models.TextField(blank=True)),
                ("published_on", models.DateField(db_index=True, null=True)),
                ("lang", models.CharField(blank=True, max_length=20)),
                ("file", models.TextField(blank=True)),
                ("address", models.TextField(blank=True)),
                ("sha256", models.CharField(blank=True, db_index=True, max_length=64)),
                ("media_type", models.CharField(blank=True, max_length=100)),
                ("evidence", models.CharField(db_index=True, max_length=64)),
                ("text", models.TextField(blank=True)),
                ("body", models.TextField(blank=True)),
                ("is_read", models.BooleanField(default=False)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, to="record.entry"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("speaker", models.TextField(blank=True)),
                ("stance", models.CharField(blank=True, db_index=True, max_length=24)),
                ("said_on", models.DateField(null=True)),
                ("text", models.TextField(blank=True)),
                ("anchor", models.CharField(blank=True, max_length=80)),
                ("body", models.TextField(blank=True)),
                ("by_hand", models.BooleanField(default=False)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="holding_claims",
                        to="record.entry",
                    ),
                ),
                (
                    "first_entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="claims",
                        to="record.entry",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="record.source"
                    ),
                ),
            ],
            options={
                "ordering": ["first_entry_id"],
            },
        ),
        migrations.CreateModel(
            name="Subject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(db_index=True, max_length=200)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, to="record.entry"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("source", models.CharField(db_index=True, max_length=64)),
                ("use", models.CharField(max_length=24)),
                ("until", models.DateField(null=True)),
                (
                    "withdrawn",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="withdrawals",
                        to="record.entry",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SourceWithdrawal",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("by", models.TextField()),
                ("on", models.DateField(null=True)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="record.source"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Transcript",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("anchor", models.CharField(blank=True, max_length=80)),
                ("transcriber", models.TextField(blank=True)),
                ("lang", models.CharField(blank=True, max_length=20)),
                ("text", models.TextField(blank=True)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="record.source"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Translation",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("lang", models.CharField(blank=True, max_length=20)),
                ("translator", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="record.claim"
                    ),
                ),
            ],
        ),
    ]
