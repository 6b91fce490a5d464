module gen-audit.test/questions

go 1.21
