
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0010_reviews_of_access'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='accessrules',
            name='a_screen_is_hidden_within_the_hour',
        ),
        migrations.AddConstraint(
            model_name='accessrules',
            constraint=models.CheckConstraint(condition=models.Q(('idle_minutes__range', (1, 60))), name='a_screen_is_hidden_within_the_hour'),
        ),
        migrations.AddConstraint(
            model_name='accessrules',
            constraint=models.CheckConstraint(condition=models.Q(('shared_idle_minutes__range', (1, 60))), name='a_shared_screen_is_hidden_within_the_hour'),
        ),
    ]
