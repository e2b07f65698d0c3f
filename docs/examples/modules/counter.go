// A module in Go that counts. It is small without fmt and encoding/json, which take megabytes and seconds to compile.
package main

import (
	"strconv"
	"strings"
	"unsafe"
)

// What the host holds the address of: texts, and the instances' counts by their numbers.
var (
	texts  = map[uint32][]byte{}
	counts = map[uint32]int64{}
)

//go:wasmexport module_abi_version
func moduleABIVersion() int32 { return 1 }

//go:wasmexport create_module
func createModule() uint32 {
	number := uint32(len(counts) + 1)
	counts[number] = 0
	return number
}

//go:wasmexport destroy_module
func destroyModule(number uint32) { delete(counts, number) }

//go:wasmexport alloc_string
func allocString(size int32) uint32 { return keep(make([]byte, max(size, 1))) }

//go:wasmexport free_string
func freeString(text uint32) { delete(texts, text) }

//go:wasmexport handle_message
func handleMessage(number, messageType, payload uint32) uint32 {
	if read(messageType) != "command" {
		return give(`{"status":"error","error":"this module takes commands only"}`)
	}
	counts[number] += add(read(payload))
	println("counted to", counts[number]) // on stderr
	return give(`{"status":"success","data":` + strconv.FormatInt(counts[number], 10) + `}`)
}

// The number at "add" of a payload as small as this; 1 where there is none.
func add(payload string) int64 {
	_, rest, found := strings.Cut(payload, `"add":`)
	number, err := strconv.ParseInt(strings.Trim(rest, " }"), 10, 64)
	if !found || err != nil {
		return 1
	}
	return number
}

func give(text string) uint32 { return keep(append([]byte(text), 0)) }

// A text's address, where it stays until free_string gets it.
func keep(text []byte) uint32 {
	at := uint32(uintptr(unsafe.Pointer(&text[0])))
	texts[at] = text
	return at
}

// The text at an address that alloc_string gave.
func read(at uint32) string {
	text, _, _ := strings.Cut(string(texts[at]), "\x00")
	return text
}

func main() {}
