"""What went wrong during a run: complications and infections."""

from decimal import Decimal

from django.db import models

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.center import YES_NO
from crf.codelists.complication_codes import COMP_CODE
from crf.codelists.complications import COMP_ACTION, COMP_OUTCOME, COMP_SEVERITY
from crf.codelists.infections import INFECTION_TYPE, ORGANISM, RESISTANCE, SPECIMEN
from crf.codelists.people import YES_NO_UNKNOWN
from crf.items import Ranges, Unit
from registry.models.parts import Row
from registry.models.run import Run


@tracked()
@answers
class Complication(Row):
    """One event. The same event is entered once, at its onset."""

    entity = "complication"

    run = models.ForeignKey(Run, models.CASCADE, related_name="complications")

    comp_code = fields.Code(
        "Complication code",
        "并发症代码",
        section="Complications",
        codes=COMP_CODE,
        required=True,
        definition=("From the complication table", "取自并发症代码表"),
        source="sourced: S08",
    )
    comp_onset_at = fields.Moment(
        "Onset",
        "发生时间",
        section="Complications",
        required=True,
        definition=(
            "ELSO requires a date/time for every complication since 2022",
            "每项并发症均须填写日期和时间",
        ),
        source="sourced: S02",
    )
    comp_end_at = fields.Moment(
        "Resolved at",
        "缓解时间",
        section="Complications",
        definition=(
            "When the event was judged over and treatment for it ended; leave blank if still present at the end of the run",
            "判定事件结束且相关处理停止的时间；辅助结束时仍存在者留空",
        ),
    )
    comp_severity = fields.Code(
        "Severity",
        "严重程度",
        section="Complications",
        codes=COMP_SEVERITY,
        required=True,
        definition=(
            "Worst grade this event reached, judged by the treatment it needed",
            "按所需处理判定该事件达到的最重级别",
        ),
    )
    comp_actions = fields.Codes(
        "Action taken",
        "处理措施",
        section="Complications",
        codes=COMP_ACTION,
        required=True,
        definition=(
            "Everything done for this event from onset to resolution; closer observation alone is none",
            "自发生至缓解为该事件所做的全部处理；仅加强观察选“无”",
        ),
    )
    comp_rbc_units_24h = fields.DecimalNumber(
        "Red cells given in 24 h for this event",
        "24小时红细胞输注量",
        section="Complications",
        places=2,
        unit="U",
        alt_units=(Unit("mL whole-blood equivalent", Decimal("200")),),
        soft=Ranges(all=(0, 20)),
        hard=Ranges(all=(0, 100)),
        conditional=True,
        when="comp_code.startswith('HEM') and comp_code not in ('HEM13','HEM14','HEM15')",
        definition=(
            "Highest amount in any 24 h of this bleed, in Chinese units (200 mL whole blood); circuit prime does not count",
            "本次出血任一 24 h 内最高用量，1 U 相当于 200 mL 全血；预充不计",
        ),
        source="sourced: S40",
    )
    comp_value = fields.DecimalNumber(
        "Measured value defining the event",
        "界定数值",
        section="Complications",
        places=2,
        unit="see code",
        definition=(
            "For example plasma free hemoglobin, creatinine, glucose",
            "例如血浆游离血红蛋白、肌酐、血糖",
        ),
    )
    comp_imaging = fields.Code(
        "Confirmed by imaging, EEG or endoscopy",
        "影像/脑电/内镜证实",
        section="Complications",
        codes=YES_NO,
        when="comp_code.startswith('NEU')",
        definition=(
            "Yes when a test report confirms the event, later tests included; clinical signs alone is no",
            "检查报告证实即填“是”，含事后检查；仅有临床体征填“否”",
        ),
    )
    comp_equipment_row = fields.RowNumber(
        "Linked equipment row",
        "关联设备记录",
        section="Complications",
        group="equipment",
        conditional=True,
        when="comp_code.startswith('MEC') and 4 in comp_actions",
        definition=(
            "The form 6 row of the part that failed and was taken out, not of its replacement",
            "表 6 中失效并被换下部件的那一行，不是换上的新部件",
        ),
        source="sourced: S02",
    )
    comp_outcome = fields.Code(
        "Outcome of event",
        "转归",
        section="Complications",
        codes=COMP_OUTCOME,
        required=True,
        definition=(
            "State at the end of the run; contributed to death only if the treating team says so in the notes",
            "辅助结束时的状态；病历认定与死亡有关时才选“与死亡相关”",
        ),
    )
    comp_note = fields.Note(
        "Description",
        "描述",
        section="Complications",
        definition=("Required for 'other' codes", "“其他”类代码必填"),
    )

    class Meta:
        db_table = "registry_complication"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.run} complication {self.position}"


@tracked()
@answers
class Infection(Row):
    """One episode of infection. Its complication code is derived, never entered again."""

    entity = "infection"

    run = models.ForeignKey(Run, models.CASCADE, related_name="infections")

    infection_type = fields.Code(
        "Infection type",
        "感染类型",
        section="Infections",
        codes=INFECTION_TYPE,
        required=True,
        definition=(
            "ECMO-related (procedure, cannula, membrane) versus other infection during ECMO",
            "ECMO 相关（操作、插管、膜肺）与 ECMO 期间其他感染",
        ),
        source="sourced: S34",
    )
    infection_ecls_related = fields.Code(
        "ECLS-related (procedure, cannula, membrane lung)",
        "ECMO相关感染",
        section="Infections",
        codes=YES_NO_UNKNOWN,
        required=True,
        definition=(
            "Yes when the treating team traces it to the procedure, a cannula or the membrane lung; unknown if undecided",
            "治疗团队认定源于操作、插管或膜肺填“是”；无法判断填“不详”",
        ),
        source="sourced: S34",
    )
    infection_onset_at = fields.Moment(
        "Onset (first positive sample or diagnosis)",
        "感染发生时间",
        section="Infections",
        required=True,
        definition=(
            "Collection time of the first positive sample, not its report; without one, when the diagnosis was made",
            "首份阳性标本的采集时间，非报告时间；无阳性者填诊断时间",
        ),
    )
    infection_present_before = fields.Code(
        "Infection already present before ECLS",
        "ECLS前已存在",
        section="Infections",
        codes=YES_NO,
        definition=(
            "Yes when present or incubating at start of flow; such an episode is not a new infection",
            "转流开始时已存在或处于潜伏期填“是”；此类不算新发感染",
        ),
    )
    culture_positive = fields.Code(
        "Culture or PCR positive",
        "病原学阳性",
        section="Infections",
        codes=YES_NO,
        required=True,
        definition=(
            "A result the team regards as the cause; colonization or contamination is no",
            "治疗团队认定为致病的结果；定植或污染填“否”",
        ),
    )
    specimen = fields.Code(
        "Specimen",
        "标本",
        section="Infections",
        codes=SPECIMEN,
        conditional=True,
        when="culture_positive==1",
        definition=(
            "Sample that gave the organism in this row; if several did, blood first, then the site of infection",
            "检出本行病原体的标本；多份阳性时先选血，再选感染部位",
        ),
    )
    organism = fields.Code(
        "Organism",
        "病原体",
        section="Infections",
        codes=ORGANISM,
        conditional=True,
        when="culture_positive==1",
        definition=(
            "Several organisms in one episode: a further row with the same type and onset, counted as one episode",
            "同一次感染检出多种病原体：另加一行，类型与发生时间相同，按一次感染计",
        ),
    )
    organism_text = fields.Line(
        "Organism, text",
        "病原体(文字)",
        section="Infections",
        conditional=True,
        when="organism==88",
        definition=(
            "Full name as on the laboratory report; one organism per row",
            "按检验报告填写全称；每行一种病原体",
        ),
    )
    resistance = fields.Codes(
        "Resistance",
        "耐药类型",
        section="Infections",
        codes=RESISTANCE,
        when="culture_positive==1",
        definition=(
            "All patterns the laboratory reports for the organism in this row; not tested if no result was issued",
            "检验报告中本行病原体的全部耐药类型；无药敏结果选“未检测”",
        ),
    )
    antimicrobial_changed = fields.Code(
        "Antimicrobial started or changed",
        "启用/更换抗感染药物",
        section="Infections",
        codes=YES_NO,
        required=True,
        definition=(
            "Yes when a drug was started, switched or added for this episode; a dose change or stop alone is no",
            "为本次感染启用、换用或加用药物填“是”；仅调量或停药填“否”",
        ),
        source="sourced: S08",
    )
    infection_cannula_removed = fields.Code(
        "Cannula removed or changed for infection",
        "因感染拔/换插管",
        section="Infections",
        codes=YES_NO,
        definition=(
            "Yes only when this infection was the main reason; removal at planned weaning is no",
            "仅以本次感染为主要原因时填“是”；计划撤机拔管填“否”",
        ),
        source="sourced: S07",
    )
    septic_shock = fields.Code(
        "Septic shock",
        "感染性休克",
        section="Infections",
        codes=YES_NO,
        definition=(
            "Shock the treating team attributed to this episode and recorded; fever or a positive culture alone is no",
            "病历中由治疗团队归因于本次感染的休克；仅发热或培养阳性填“否”",
        ),
    )

    class Meta:
        db_table = "registry_infection"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.run} infection {self.position}"
