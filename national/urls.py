"""The national figures: pages for the public, the society's pages, the annual report."""

from django.urls import path

from national.views import jobs, locking, report, statistics

app_name = "national"

urlpatterns = [
    path("<lang:lang>/stats/", statistics.public_statistics, name="public_statistics"),
    path("<lang:lang>/stats/tables/", statistics.public_tables, name="public_tables"),
    path("<lang:lang>/stats/<slug:statistic>.csv", statistics.public_csv, name="public_csv"),
    path("<lang:lang>/methods/", statistics.methods, name="methods"),
    path("statistics/", statistics.society_statistics, name="society_statistics"),
    path("<lang:lang>/reports/", report.public_reports, name="public_reports"),
    path("<lang:lang>/reports/files/<uuid:file>/", report.public_report_file, name="public_report_file"),
    path("admin/jobs/", jobs.jobs, name="jobs"),
    path("admin/jobs/interval/", jobs.change_interval, name="change_interval"),
    path("admin/jobs/refresh/", jobs.refresh_now, name="refresh_now"),
    path("admin/jobs/alarms/<int:log>/", jobs.acknowledge, name="acknowledge"),
    path("admin/reports/", report.report_list, name="report_list"),
    path("admin/reports/start/", report.report_start, name="report_start"),
    path("admin/reports/years/<int:year>/lock/", locking.lock_year, name="lock_year"),
    path("admin/reports/files/<uuid:file>/", report.report_file, name="report_file"),
    path("admin/reports/editions/<uuid:edition>/publish/", report.report_publish, name="report_publish"),
    path("admin/reports/<uuid:job>/", report.report_job, name="report_job"),
    path("admin/reports/<uuid:job>/stop/", report.report_stop, name="report_stop"),
    path("admin/reports/<uuid:job>/restart/", report.report_restart, name="report_restart"),
]
