from readiness.ui.shell import run

run()
