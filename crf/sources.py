"""What the dictionary was drawn from. A tag such as ``sourced: S07`` names these; ``judgement`` is this registry's own choice."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One source: its number in the tags, its title, and its address where that is lasting."""

    number: str
    title: str
    address: str = ""


SOURCES = {
    source.number: source
    for source in (
        Source("S01", "ELSO Registry Data Definitions, 1 February 2018 (preface)"),
        Source("S02", "ELSO Registry Change Document, 3 April 2022 (opening pages)"),
        Source(
            "S03",
            "ELSO Registry Information: submission and locking",
            "http://www.elso.med.umich.edu/Registry.html",
        ),
        Source(
            "S04",
            "Lorusso et al., The ELSO Registry: update and perspectives, Ann Cardiothorac Surg 2019",
            "https://annalscts.com/article/view/16562/html",
        ),
        Source(
            "S05",
            "Tonna et al., ELSO Registry International Report 2022, ASAIO J 2024 (abstract)",
            "https://doi.org/10.1097/MAT.0000000000002128",
        ),
        Source(
            "S06",
            "Paden et al., ELSO Registry Report 2012, ASAIO J 2013",
            "https://journals.lww.com/asaiojournal/fulltext/2013/05000/extracorporeal_life_support_organization_registry.3.aspx",
        ),
        Source("S07", "ECLS Common Data Model, an extension of OMOP", "https://ecls-cdm.github.io/cdm/"),
        Source("S08", "Choices and labels of the database of a German ECLS center (published REDCap export)"),
        Source("S09", "Validation limits of a published REDCap exporter for ECLS"),
        Source("S10", "ISARIC ECMO parser", "https://github.com/globaldothealth/isaric"),
        Source(
            "S11",
            "COVID-19 Critical Care Consortium analysis code",
            "https://github.com/agbarnett/covid_cccc",
        ),
        Source(
            "S12",
            "Broman et al., ELSO Maastricht Treaty for ECLS Nomenclature, Crit Care 2019;23:36 (abstract)",
        ),
        Source(
            "S13",
            "ELSO Interim Guidelines: ECPR in adults, ASAIO J 2021",
            "https://journals.lww.com/asaiojournal/Fulltext/2021/03000/Extracorporeal_Cardiopulmonary_Resuscitation_in.1.aspx",
        ),
        Source(
            "S14",
            "Inoue et al., SAVE-J II: ECPR in adult out-of-hospital arrest, Crit Care 2022",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC9088043",
        ),
        Source(
            "S15",
            "Clinical characteristics of ECPR in China: a multicenter study, BMC Anesthesiology 2024",
            "https://bmcanesthesiol.biomedcentral.com/articles/10.1186/s12871-024-02618-2",
        ),
        Source("S16", "China Extracorporeal Life Support Registry, NCT04158479"),
        Source(
            "S17", "CSECLS, Statistics of ECLS in China in 2018", "https://pubmed.ncbi.nlm.nih.gov/31269589"
        ),
        Source(
            "S18",
            "Cheng et al., ECMO in mainland China in 2018, Crit Care 2020;24:554",
            "https://ccforum.biomedcentral.com/articles/10.1186/s13054-020-03270-1",
        ),
        Source(
            "S19",
            "National Health Commission, ECMO technique management specification, draft for comment 2020 (excerpt)",
        ),
        Source(
            "S20",
            "EXCEL Registry (Australia/New Zealand), NCT03793257, ANZCTR record",
            "https://uat.anzctr.org.au/Trial/Registration/TrialReview.aspx?id=17992&isClinicalTrial=True",
        ),
        Source(
            "S21",
            "Hodgson et al., Death or disability at 6 months after ECMO (EXCEL), Lancet Respir Med 2022 (abstract)",
        ),
        Source(
            "S22",
            "Hodgson et al., Core outcome measures for ECMO research (Delphi), Crit Care Med 2019 (abstract)",
            "http://www.comet-initiative.org/studies/details/1401",
        ),
        Source(
            "S23",
            "Core outcome set for ECMO: instruments and timing (Delphi 2021, abstract)",
            "https://pubmed.ncbi.nlm.nih.gov/34074857",
        ),
        Source(
            "S24",
            "Needham et al., Core outcome measurement set for acute respiratory failure survivors, AJRCCM 2017, Table 2",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC5694837/table/tbl2",
        ),
        Source(
            "S25",
            "IJsselstijn et al., ELSO guidelines for follow-up after neonatal and pediatric ECMO, ASAIO J 2021 (abstract)",
            "https://doi.org/10.1097/MAT.0000000000001525",
        ),
        Source("S26", "WHODAS 2.0: 12 items, domains and severity bands"),
        Source(
            "S27",
            "Cerebral Performance Category scale (adult), Merck Manual table",
            "https://merckmanuals.com/professional/multimedia/table/cerebral-performance-category-scale-adult",
        ),
        Source("S28", "PCPC and POPC scales, supplementary digital content"),
        Source("S29", "KDIGO AKI staging", "https://qxmd.com/calculate/definition_17/kdigo-aki-staging"),
        Source(
            "S30", "SCAI shock stages (tables)", "https://pmc.ncbi.nlm.nih.gov/articles/PMC9381657/table/Tab3"
        ),
        Source(
            "S31",
            "Vasoactive-inotropic score formula, J Clin Med 2021;10(3):495",
            "https://www.mdpi.com/2077-0383/10/3/495",
        ),
        Source(
            "S32",
            "Schmidt et al., RESP score, AJRCCM 2014, and SAVE score, Eur Heart J 2015",
            "https://doi.org/10.1164/rccm.201311-2023OC",
        ),
        Source(
            "S33",
            "Parameters associated with successful weaning of VA-ECMO: systematic review, Crit Care 2022",
            "https://link.springer.com/10.1186/s13054-022-04249-w",
        ),
        Source("S34", "Chinese expert statement on prevention of infection during adult ECMO, 2024"),
        Source(
            "S35",
            "Nunez et al., Bleeding and thrombotic events on VV-ECMO (ELSO registry), Intensive Care Med 2022",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC9178906",
        ),
        Source("S36", "Willers et al., Bleeding complications on ECLS, ELSO registry 2000-2020 (abstract)"),
        Source(
            "S37",
            "HL7 eCR: procedure ECMO (SNOMED CT 233573008)",
            "https://hl7.org/fhir/us/ecr/stu2/Procedure-us-ph-procedure-ecmo.html",
        ),
        Source("S38", "Chinese expert consensus on transport of adults on ECMO, Chin J Emerg Med 2020"),
        Source(
            "S39",
            "Thomas et al., VV-ECMO device-related colonisations and infections, Ann Intensive Care 2017",
        ),
        Source(
            "S40",
            "Serious-adverse-event definitions of an ECMO trial protocol, Table 4",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC9389730/table/Tab4",
        ),
        Source(
            "S41",
            "Hodgson et al., Long-term quality of life after ECMO for ARDS (SF-36, EQ-5D), Crit Care 2012",
        ),
        Source("S42", "Chinese Neonatal Extracorporeal Life Support Registry (Chi-NELS), NCT05085080"),
        Source(
            "S43",
            "Chilean ECMO implementation guide (FHIR): pump models, cannulation",
            "https://build.fhir.org/ig/sguinezm/sic-ac-ecmo-ig/ValueSet-PumpVS.html",
        ),
        Source("S44", "LearnPICU: naming of configurations; neonatal oxygenation index"),
        Source(
            "S45",
            "Omar et al., Plasma free hemoglobin and mortality on ECMO, PLoS One 2015",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC4406730",
        ),
        Source(
            "S46",
            "Chinese recommendations on point-of-care ultrasound during ECMO",
            "http://www.cem.org.cn/zine/content/id/9406/flag/1/zid/271",
        ),
        Source(
            "S47",
            "LOINC ventilator value sets (HL7 SANER)",
            "https://hl7.org/fhir/uv/saner/ValueSet-VentilatorObservations.json.html",
        ),
        Source("S48", "National Center for Cardiovascular Quality Improvement, ECLS quality report 2022"),
        Source(
            "S49",
            "Xu et al., Factors before initiation and outcome of ECPR (Hunan), Chin J Emerg Med 2021",
            "http://www.cem.org.cn/rhtml/20211006/index.htm",
        ),
    )
}


def sources_of(tag: str) -> list[Source]:
    """The sources a tag names, in its order; those it does not know are left out."""
    names = tag.replace(";", ",").replace("sourced:", ",").split(",")
    return [SOURCES[name.strip()] for name in names if name.strip() in SOURCES]
