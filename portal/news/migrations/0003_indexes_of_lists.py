"""Let the database find articles by type, region and topic without reading all of them."""

from django.db import migrations, models

# The tables between two models have no Meta to say this in.
LINKS = (("regions", "region"), ("topics", "topic"))


def index_of(table: str, link: str) -> migrations.RunSQL:
    name = f"news_{link}_newspage"
    return migrations.RunSQL(
        f"CREATE INDEX {name} ON news_newspage_{table} ({link}_id, newspage_id)",
        f"DROP INDEX {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("news", "0002_people_and_organisations")]

    operations = [
        migrations.AddIndex(
            model_name="newspage",
            index=models.Index(fields=["kind", "published_at"], name="news_kind_published"),
        ),
        *(index_of(table, link) for table, link in LINKS),
    ]
