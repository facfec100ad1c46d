module precheck.dev/precheck

go 1.24
