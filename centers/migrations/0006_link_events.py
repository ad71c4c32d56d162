"""A kind of security event for what is asked, answered and decided about pairs of cases."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('centers', '0005_center_status_words'),
    ]

    operations = [
        migrations.AlterField(
            model_name='securityevent',
            name='kind',
            field=models.CharField(choices=[('login', 'Signed in'), ('login_failed', 'Sign-in failed'), ('login_locked', 'Sign-in locked'), ('logout', 'Signed out'), ('session_ended', 'Session ended'), ('password_changed', 'Password changed'), ('password_reset_asked', 'Password reset asked'), ('factor_changed', 'Second factor changed'), ('invited', 'Invited'), ('invitation_accepted', 'Invitation accepted'), ('invitation_revoked', 'Invitation withdrawn'), ('role_granted', 'Role granted'), ('role_ended', 'Role ended'), ('account_disabled', 'Account disabled'), ('account_enabled', 'Account enabled'), ('reveal', 'Identity shown'), ('search', 'Patient searched'), ('match', 'Person matched across centers'), ('link', 'Cases of one person compared'), ('export', 'Data exported'), ('download', 'File downloaded'), ('refused', 'Refused'), ('setting_changed', 'Setting changed'), ('command', 'Command run on the server')], max_length=24),
        ),
    ]
