// Package questions is how the programs are asked: a line of JSON for each question, and one for each answer.
package questions

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
)

// Answer answers each line of standard input by a line of standard output.
func Answer[Question, Reply any](answer func(Question) Reply) {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<28)
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for in.Scan() {
		var question Question
		if err := json.Unmarshal(in.Bytes(), &question); err != nil {
			log.Fatal(err)
		}
		if err := encoder.Encode(answer(question)); err != nil {
			log.Fatal(err)
		}
	}
	if err := in.Err(); err != nil {
		log.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}
