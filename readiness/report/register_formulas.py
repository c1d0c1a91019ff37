"""The live formulas of the gap register, with ``{key}`` for a cell of the same row.

Names such as ``Weight_P`` stand on Assumptions. Only functions of the first column of the workbook
specification, section 1. Sources: that specification, *Gap register* and *Corrections*; method 3,
4, 6 and 7.
"""

TARGET_AT = (
    "INDEX(Target_matrix,MATCH({{profile}},Target_profiles,0),MATCH({stage},Target_stages,0))"
)


def _target(stage: str, overridden: bool = True) -> str:
    content = TARGET_AT.format(stage=stage)
    if overridden:
        content = f"IF(ISNUMBER({{target_over}}),{{target_over}},{content})"
    return f'=IF({{counts}}="yes",{content},"")'


def _used(rating: str) -> str:
    return f"=IF(ISNUMBER({{{rating}_over}}),{{{rating}_over}},{{{rating}}})"


FORMULAS: dict[str, str] = {
    "evidenced": (
        '=IF({counts}="no","",IF(ISNUMBER({claimed}),'
        'MIN({claimed},MAX(N({answers}),N({records}))),""))'
    ),
    "final": (
        '=IF({counts}="no","",IF(ISNUMBER({what_if}),{what_if},'
        "IF(ISNUMBER({evidenced}),IF(ISNUMBER({records}),"
        "MIN({evidenced},{records}+Above_records),"
        "IF({metrics}>0,MIN({evidenced},Records_missing_cap),{evidenced})),"
        'IF(ISNUMBER({records}),{records},""))))'
    ),
    "target": _target("Horizon_stage"),
    "gap": '=IF({known}=1,MAX(0,{target}-{final}),"")',
    "severity": ('=IF({counts}="yes",Weight_P*{p_used}+Weight_R*{r_used}+Weight_L*{l_used},"")'),
    "priority": '=IF({known}=1,ROUND(100*({gap}/4)*({severity}/5),6),"")',
    "by_rule": '=IF({flag}=1,"by rule","")',
    "band": (
        '=IF({gap_counted}=0,"",IF(OR({flag}=1,{key}>=Band_act_now),INDEX(Band_names,1),'
        "IF({key}>=Band_next,INDEX(Band_names,2),"
        "IF({key}>=Band_plan,INDEX(Band_names,3),INDEX(Band_names,4)))))"
    ),
    "rank": (
        '=IF({gap_counted}=0,"",1+SUMPRODUCT(({gap_counted_all}>0)*(({flag_all}>{flag})'
        "+({flag_all}={flag})*(({key_all}>{key})+({key_all}={key})*(({p_used_all}>{p_used})"
        "+({p_used_all}={p_used})*(({l_used_all}>{l_used})+({l_used_all}={l_used})*"
        "(({effort_all}<{effort})+({effort_all}={effort})*({order_all}<{order}))))))))"
    ),
    "check": (
        '=IF(AND(COUNT({p_over}:{target_over})>0,LEN({over_reason})<10),"reason missing",'
        'IF(AND({status}="done",{gap_counted}>0),"done, gap still open",""))'
    ),
    "p_used": _used("p"),
    "r_used": _used("r"),
    "l_used": _used("l"),
    "counted": '=IF({counts}="yes",IF(ISNUMBER({final}),{final},1),"")',
    "today": _target("Stage_today", overridden=False),
    "next": _target("Stage_next"),
    "launch": _target("Stage_launch"),
    "known": '=IF(AND({counts}="yes",ISNUMBER({final})),1,0)',
    "gap_counted": "=N({gap})",
    "gap_next": "=IF({known}=1,MAX(0,{next}-{final}),0)",
    "gap_launch": "=IF({known}=1,MAX(0,{launch}-{final}),0)",
    "need_next": "=IF({known}=1,{next}-1,0)",
    "need_launch": "=IF({known}=1,{launch}-1,0)",
    "flag": (
        "=IF(AND({gap_counted}>0,OR(AND({p_used}=Act_now_patient,N({final})=Act_now_level,"
        "{gap_counted}>=Act_now_gap),{event}>0)),1,0)"
    ),
    "key": "=N({priority})",
    "event": '=IF({incident}="",0,1)',
    "proof": '=IF({counts}="no","",MAX(N({paper}),N({records})))',
    "on_paper": '=IF(AND({counts}="yes",OR(ISNUMBER({paper}),ISNUMBER({records}))),1,0)',
    "missing": '=IF(AND({counts}="yes",{metrics}>0,NOT(ISNUMBER({records}))),1,0)',
}

CRITICAL_EVENT = '=IF({incident}="",0,1)+Drill_recent_fails'


def records_formula(scored: str) -> str:
    """Lower median of the Scored cells; with fewer than half of them usable at most the cap."""
    return (
        f'=IF({{counts}}="no","",IF(COUNT({scored})=0,"",'
        f"MIN(IF(2*COUNT({scored})<COLUMNS({scored}),Few_metrics_cap,5),"
        f"SMALL({scored},INT((COUNT({scored})+1)/2)))))"
    )
