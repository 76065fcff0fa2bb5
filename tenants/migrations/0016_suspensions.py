"""A municipality is suspended by two persons; what they decided is never changed."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0015_letters_of_intent'),
    ]

    operations = [
        migrations.CreateModel(
            name='Suspension',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('takes_effect_on', models.DateField(verbose_name='fra og med')),
                ('reason', models.CharField(max_length=300, verbose_name='begrunnelse')),
                ('proposed_by', models.CharField(max_length=150, verbose_name='foreslått av')),
                ('proposed_at', models.DateTimeField(auto_now_add=True, verbose_name='foreslått')),
                ('confirmed_by', models.CharField(blank=True, max_length=150, verbose_name='bekreftet av')),
                ('confirmed_at', models.DateTimeField(null=True, verbose_name='bekreftet')),
                ('lifted_by', models.CharField(blank=True, max_length=150, verbose_name='opphevet av')),
                ('lifted_at', models.DateTimeField(null=True, verbose_name='opphevet')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suspensions', to='tenants.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'stans',
                'verbose_name_plural': 'stanser',
                'ordering': ('-proposed_at',),
                'default_permissions': ('view', 'add', 'change'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('lifted_at', None)), fields=('municipality',), name='municipality_has_one_suspension_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('confirmed_by', '')), models.Q(('confirmed_at__isnull', False), models.Q(('confirmed_by', ''), _negated=True), models.Q(('confirmed_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='suspension_is_confirmed_by_another'), models.CheckConstraint(condition=models.Q(models.Q(('lifted_at', None), ('lifted_by', '')), models.Q(('lifted_at__isnull', False), models.Q(('lifted_by', ''), _negated=True)), _connector='OR'), name='suspension_is_lifted_by_somebody')],
            },
        ),
        migrations.RunSQL(
            """
            REVOKE UPDATE, DELETE ON public.tenants_suspension FROM akson_consortium;
            GRANT UPDATE (confirmed_by, confirmed_at, lifted_by, lifted_at)
              ON public.tenants_suspension TO akson_consortium;
            GRANT SELECT (municipality_id, takes_effect_on, confirmed_at, lifted_at)
              ON public.tenants_suspension TO akson_directory;
            """,
            "REVOKE ALL ON public.tenants_suspension FROM akson_directory;",
        ),
    ]
