"""Performance monitoring (绩效运行监控): money and goals beside the part of the year that has passed."""

from govperf.monitoring.engine import GoalLight, Monitoring, dual_light, monitor
from govperf.monitoring.execution import ExecutionAlert, execution_alert
from govperf.monitoring.indicators import IndicatorLight, indicator_light
from govperf.monitoring.lights import Light
from govperf.monitoring.loading import loads_rules, monitoring_rules
from govperf.monitoring.moments import pro_rata_progress
from govperf.monitoring.projections import expected_year_end
from govperf.monitoring.rules import LightLimits, MonitoringRules
from govperf.monitoring.schedule import Lag, Schedule, behind_schedule
from govperf.monitoring.self_evaluation import SelfEvaluationAlert, self_evaluation_alert

__all__ = [
    "ExecutionAlert",
    "GoalLight",
    "IndicatorLight",
    "Lag",
    "Light",
    "LightLimits",
    "Monitoring",
    "MonitoringRules",
    "Schedule",
    "SelfEvaluationAlert",
    "behind_schedule",
    "dual_light",
    "execution_alert",
    "expected_year_end",
    "indicator_light",
    "loads_rules",
    "monitor",
    "monitoring_rules",
    "pro_rata_progress",
    "self_evaluation_alert",
]
