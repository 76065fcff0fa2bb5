
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0002_append_only_and_openings'),
    ]

    operations = [
        migrations.AlterField(
            model_name='accessevent',
            name='verb',
            field=models.CharField(choices=[('read', 'Leste journalen'), ('read_identity', 'Så personopplysninger'), ('printed', 'Skrev ut'), ('listed', 'Viste i liste'), ('searched', 'Søkte'), ('registered', 'Registrerte pasient'), ('changed', 'Endret opplysninger'), ('admitted', 'Skrev inn'), ('moved', 'Flyttet'), ('discharged', 'Skrev ut fra tjenesten'), ('marked_dead', 'Meldte død'), ('drafted', 'Skrev på kladd'), ('discarded', 'Slettet kladd'), ('signed', 'Signerte notat'), ('corrected', 'Rettet notat'), ('marked_in_error', 'Merket notat som feilført'), ('granted', 'Ga tidsbegrenset tilgang'), ('withdrew_grant', 'Trakk tilbake tilgang'), ('signed_in', 'Logget inn'), ('signed_out', 'Logget ut'), ('session_ended', 'Avsluttet en innlogging'), ('sign_in_failed', 'Mislykket innlogging'), ('locked_out', 'Utestengt etter gjentatte feil'), ('chose_workplace', 'Valgte arbeidssted'), ('password_changed', 'Byttet passord'), ('stepped_up', 'Bekreftet hvem det er'), ('sign_in_way_changed', 'Endret måten å logge inn på'), ('rights_changed', 'Endret rettigheter'), ('stored_demo', 'La inn demodata'), ('log_read', 'Leste tilgangsloggen'), ('log_exported', 'Tok ut tilgangsloggen')], max_length=24, verbose_name='handling'),
        ),
    ]
