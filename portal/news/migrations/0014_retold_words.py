"""Make quotes of the words that were only labelled as retold."""

from django.db import migrations

from portal.news.migrations._retold import quote_retold_words


class Migration(migrations.Migration):

    dependencies = [("news", "0013_quotes")]

    operations = [migrations.RunPython(quote_retold_words, migrations.RunPython.noop)]
