"""A realistic log of every language and of every vendor's style is understood without a person.

Headings and values are hints from practice: each organisation configures its own.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest

from readiness.evidence.intake import inspect
from readiness.files.opening import open_upload
from tests.evidence.making import column, content, intake


@dataclass(frozen=True)
class Log:
    """A file, the fields that it must be understood to have, and some of its values."""

    name: str
    kind: str
    text: str
    columns: dict[str, str]
    values: dict[str, list[Any]]
    left_out: dict[str, tuple[int, ...]]


LOGS = {
    "French deviations": Log(
        "Registre des écarts.csv",
        "deviations",
        (
            "N° d'écart;Intitulé;Date de survenue;Date de détection;Date d'ouverture;Échéance;"
            "Date de clôture;Criticité;Lots concernés;Étape;Cause racine;Détecté par;"
            "N° CAPA;Statut\n"
            "EC-26-001;Poche percée;12/01/2026;13/01/2026;13/01/2026;27/02/2026;20/02/2026;Mineur;"
            "L001;Remplissage;Équipement;Opérateur;;Clôturé\n"
            "EC-26-002;Étiquette;28/01/2026;30/01/2026;02/02/2026;02/03/2026;;Majeur;L001 et L002;"
            "Étiquetage;Erreur humaine;Revue du dossier de lot;CAPA-7;En cours\n"
            "EC-26-003;Doublon;28/01/2026;30/01/2026;02/02/2026;;;Critique;L002;Récolte;"
            "Sous-traitant;Contrôle qualité;;Annulé\n"
        ),
        {"id": "N° d'écart", "discovered": "Date de détection", "batch": "Lots concernés",
         "due": "Échéance", "closed": "Date de clôture", "severity": "Criticité"},
        {"severity": ["minor", "major"], "cause": ["equipment", "human_error"],
         "detected_by": ["in_process", "review"], "batch": [("L001",), ("L001", "L002")]},
        {"voided": (4,)},
    ),
    "French batches": Log(
        "Registre des lots.csv",
        "batches",
        (
            "N° lot;Produit;Date de début;Date de fin;Décision;Date de libération;Nb pages\n"
            "L001;CT-01;5 janvier 2026;16 janvier 2026;Libéré;10 févr. 2026;92\n"
            "L002;CT-01;1er février 2026;12 févr. 2026;En quarantaine;;88,5\n"
        ),
        {"batch": "N° lot", "started": "Date de début", "completed": "Date de fin",
         "outcome": "Décision", "disposition_date": "Date de libération", "pages": "Nb pages"},
        {"started": [datetime(2026, 1, 5), datetime(2026, 2, 1)],
         "outcome": ["released", "in_process"], "pages": [92, 88.5]},
        {},
    ),
    "Spanish deviations": Log(
        "Registro de desviaciones.csv",
        "deviations",
        (
            "N.º de desviación;Asunto;Fecha de ocurrencia;Fecha de detección;Fecha de apertura;"
            "Fecha límite;Fecha de cierre;Gravedad;Lotes afectados;Etapa del proceso;Causa raíz;"
            "Detectado por;Estado\n"
            "DV-001;Bolsa rota;12/01/2026;13/01/2026;13/01/2026;27/02/2026;20/02/2026;Menor;L001;"
            "Llenado;Equipo;Operador;Cerrada\n"
            "DV-002;Etiqueta;28/01/2026;30/01/2026;02/02/2026;02/03/2026;;Mayor;L001 y L002;"
            "Etiquetado;Error humano;Revisión del registro de lote;En investigación\n"
            "DV-003;Duplicada;28/01/2026;30/01/2026;02/02/2026;;;Crítica;L002;Cosecha;Proveedor;"
            "Control de calidad;Anulada\n"
        ),
        {"id": "N.º de desviación", "discovered": "Fecha de detección", "severity": "Gravedad",
         "batch": "Lotes afectados", "step": "Etapa del proceso", "cause": "Causa raíz"},
        {"severity": ["minor", "major"], "cause": ["equipment", "human_error"],
         "detected_by": ["in_process", "review"], "status": ["closed", "open"]},
        {"voided": (4,)},
    ),
    "Spanish call-outs": Log(
        "Registro de intervenciones.csv",
        "interventions",
        (
            "Fecha y hora;Tipo de intervención;Quién;Rol;Lote;Planificado;Duración (min)\n"
            "12 de enero de 2026 22:30;Llamada;Ina Adler;analista;L001;No;45\n"
            "3 de febrero de 2026 06:15;Fuera de horario;Per Holm;operador;L002;Sí;1,5\n"
        ),
        {"at": "Fecha y hora", "kind": "Tipo de intervención", "person": "Quién",
         "minutes": "Duración (min)", "planned": "Planificado"},
        {"kind": ["call_out", "after_hours"], "person": ["P01", "P02"], "minutes": [45, 1.5],
         "planned": [False, True],
         "at": [datetime(2026, 1, 12, 22, 30), datetime(2026, 2, 3, 6, 15)]},
        {},
    ),
    "German deviations": Log(
        "Abweichungsliste.csv",
        "deviations",
        (
            "Abweichungs-Nr.;Kurztext;Festgestellt am;Fällig am;Abgeschlossen am;Kritikalität;"
            "Betroffene Charge;Prozessschritt;Ursache;Entdeckt durch;Bearbeitungsstatus\n"
            "A-001;Beutel undicht;13.01.2026;12.02.2026;10.02.2026;gering;C001;Abfüllung;Anlage;"
            "Mitarbeiter;abgeschlossen\n"
            "A-002;Etikett;30.01.2026;02.03.2026;;wesentlich;C001 und C002;Etikettierung;"
            "menschlicher Fehler;QS-Prüfung;in Bearbeitung\n"
        ),
        {"id": "Abweichungs-Nr.", "discovered": "Festgestellt am", "severity": "Kritikalität"},
        {"severity": ["minor", "major"], "cause": ["equipment", "human_error"]},
        {},
    ),
    "TrackWise": Log(
        "PR export.csv",
        "deviations",
        (
            "PR ID,Project,Short Description,Date of Event,Date Discovered,Date Opened,"
            "Original Due Date,Date Due,Date Closed,Classification,Batch/Lot Number,Process Step,"
            "Root Cause Category,Root Cause Sub-category,Detected By,PR State,Related PR\n"
            "100231,Deviation,Bag,12-Jan-2026,13-Jan-2026,13-Jan-2026,12-Feb-2026,12-Mar-2026,"
            "10-Feb-2026,Minor,P001,Filling,Equipment,Seal,Operator,Closed - Done,\n"
            "100232,CAPA,Training,28-Jan-2026,30-Jan-2026,02-Feb-2026,,,,Major,P001,Wash,"
            "Human Error,"
            "Entry,QA Review,Opened,100231\n"
            "100233,Deviation,Label,28-Jan-2026,30-Jan-2026,02-Feb-2026,,,,Major,P002,Wash,"
            "Material,"
            "Lot,QC,Closed - Cancelled,\n"
        ),
        {"id": "PR ID", "discovered": "Date Discovered", "type": "Project", "status": "PR State",
         "original_due": "Original Due Date", "due": "Date Due", "capa": "Related PR"},
        {"id": ["100231"], "severity": ["minor"]},
        {"voided": (4,), "another type of record": (3,)},
    ),
    "Veeva": Log(
        "quality_events.csv",
        "deviations",
        (
            "name__v,title__v,Date Occurred,Date Identified,created_date__v,Due Date,Closed Date,"
            "Severity,Related Lots,Root Cause,How Identified,state__v,Record type\n"
            "QE-000101,Bag,2026-01-12,2026-01-13,2026-01-13T09:12:00Z,2026-02-12,2026-02-10,Minor,"
            "P001,Equipment,Operator,Closed,Deviation\n"
            "QE-000102,Label,2026-01-28,2026-01-30,2026-02-02T10:00:00Z,2026-03-02,,Critical,"
            "P001; P002,Material,QA Review,In Assessment,Deviation\n"
        ),
        {"id": "name__v", "discovered": "Date Identified", "opened": "created_date__v",
         "status": "state__v", "batch": "Related Lots"},
        {"status": ["closed", "open"], "severity": ["minor", "critical"]},
        {},
    ),
    "MasterControl": Log(
        "Form report.csv",
        "deviations",
        (
            "Form Number,Form Type,Title,Event Date,Discovery Date,Start Date,Due Date,"
            "Completed Date,Classification,Lot Number,Department,Root Cause Code,Source,Status\n"
            "DEV-26-001,Deviation,Bag,01/12/2026,01/13/2026,01/13/2026,02/27/2026,02/10/2026,Minor,"
            "P001,Filling,Equipment,Manufacturing,Completed\n"
            "DEV-26-002,Deviation,Label,01/28/2026,01/30/2026,02/02/2026,03/02/2026,03/15/2026,"
            "Major,P002,Wash,Personnel,QC,In Progress\n"
        ),
        {"id": "Form Number", "discovered": "Discovery Date", "opened": "Start Date",
         "closed": "Completed Date", "step": "Department"},
        {"detected_by": ["in_process", "testing"], "status": ["closed", "open"]},
        {},
    ),
    "ETQ": Log(
        "ETQ view.csv",
        "deviations",
        (
            "ETQ$NUMBER,ETQ$SUBJECT,Event Date,Date Identified,ETQ$CREATED_DATE,ETQ$DUE_DATE,"
            "ETQ$COMPLETED_DATE,Severity,Lot Number,Location,Cause Code,Source,ETQ$CURRENT_PHASE\n"
            '"DEV00101",Bag,"Jan 12, 2026","Jan 13, 2026","Jan 13, 2026","Feb 12, 2026",'
            '"Feb 10, 2026",Minor,P001,Filling,Equipment,Audit,Completed\n'
            '"DEV00102",Label,"Jan 28, 2026","Jan 30, 2026","Feb 2, 2026","Mar 2, 2026",,'
            'Major,P002,'
            "Wash,Process,Complaint,Investigation\n"
        ),
        {"id": "ETQ$NUMBER", "discovered": "Date Identified", "opened": "ETQ$CREATED_DATE",
         "due": "ETQ$DUE_DATE", "closed": "ETQ$COMPLETED_DATE", "status": "ETQ$CURRENT_PHASE"},
        {"detected_by": ["audit", "complaint"], "status": ["closed", "open"]},
        {},
    ),
    "Jira": Log(
        "Jira.csv",
        "deviations",
        (
            "Issue Type,Issue key,Issue id,Summary,Status,Created,Resolved,Due date,"
            "Custom field (Date discovered),Custom field (Severity),Custom field (Batch),"
            "Custom field (Root cause),Custom field (Detected by)\n"
            "Deviation,QUAL-101,20101,Bag,Done,13/Jan/26 3:45 PM,10/Feb/26 9:00 AM,12/Feb/26,"
            "13/Jan/26,Minor,P001,Equipment,Operator\n"
            "Deviation,QUAL-102,20102,Label,In Progress,02/Feb/26 8:10 AM,,02/Mar/26,"
            "30/Jan/26,Major,"
            "P002,Material,QC\n"
            "Sub-task,QUAL-103,20103,Label,To Do,02/Feb/26 8:10 AM,,,30/Jan/26,,,,\n"
        ),
        {"id": "Issue key", "discovered": "Custom field (Date discovered)", "opened": "Created",
         "closed": "Resolved", "severity": "Custom field (Severity)", "type": "Issue Type"},
        {"opened": [datetime(2026, 1, 13, 15, 45), datetime(2026, 2, 2, 8, 10)],
         "status": ["closed", "open"]},
        {"another type of record": (4,)},
    ),
    "ServiceNow": Log(
        "u_deviation.csv",
        "deviations",
        (
            "number,short_description,u_date_discovered,opened_at,closed_at,due_date,u_severity,"
            "u_batch,u_root_cause,u_detected_by,state,sys_class_name\n"
            "DEV0010001,Bag,2026-01-13 08:00:00,2026-01-13 09:12:11,2026-02-10 10:00:00,2026-02-12,"
            "3 - Moderate,P001,Equipment,Operator,Closed Complete,Deviation\n"
            "DEV0010002,Label,2026-01-30 08:00:00,2026-02-02 09:12:11,,2026-03-02,4 - Low,P002,"
            "Material,QC,On Hold,Deviation\n"
        ),
        {"id": "number", "discovered": "u_date_discovered", "opened": "opened_at",
         "closed": "closed_at", "severity": "u_severity", "cause": "u_root_cause"},
        {"severity": ["major", "minor"], "status": ["closed", "open"]},
        {},
    ),
    "SAP QM": Log(
        "Meldungsliste.csv",
        "deviations",
        (
            "Meldung;Meldungsart;Kurztext;Störungsbeginn;Festgestellt am;Angelegt am;"
            "Gewünschtes Ende;Abschlussdatum;Charge;Arbeitsplatz;Ursachencode;Systemstatus\n"
            "200000101;Q3;Beutel;12.01.2026;13.01.2026;13.01.2026;12.02.2026;10.02.2026;C001;ABF01;"
            "Anlage;MMAB\n"
            "200000102;Q3;Etikett;28.01.2026;30.01.2026;02.02.2026;02.03.2026;;C002;ABF02;Material;"
            "MIAR\n"
            "200000103;Q1;Reklamation;28.01.2026;30.01.2026;02.02.2026;;;C002;ABF02;Material;MOFN\n"
        ),
        {"id": "Meldung", "discovered": "Festgestellt am", "occurred": "Störungsbeginn",
         "due": "Gewünschtes Ende", "type": "Meldungsart", "status": "Systemstatus"},
        {"status": ["closed", "open"], "id": ["200000101", "200000102"]},
        {"another type of record": (4,)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LOGS)
def test_a_log_is_understood_with_sure_columns_alone(name: str) -> None:
    log = LOGS[name]
    opened = open_upload(log.name, log.text.encode(), errors=content().errors)
    found = inspect(opened, content())
    assert found.needs_person == ()
    assert found.kind == log.kind
    mapping = found.mapping(sure_only=True)
    assert mapping.columns.items() >= log.columns.items()
    read = intake(opened, mapping)
    for field, values in log.values.items():
        assert column(read, field) == values, field
    assert read.left_out == log.left_out
