// @valid
// @filename: component.ts
import { Component, type OnInit } from "@angular/core";
import { parse } from "csv-parse/sync";

@Component({ template: "" })
export class Import implements OnInit {
  ngOnInit() {
    setTimeout(() => parse("a,b"), 100);
  }
}
// @filename: use-import.ts
import { useMutation } from "@tanstack/react-query";
import { parse } from "csv-parse/sync";
import { useEffect } from "react";

export function useImport(text: string) {
  useEffect(() => {
    const timer = setTimeout(() => {}, 100);
    parse(text);
    return () => clearTimeout(timer);
  }, [text]);
  return useMutation({ mutationFn: async (csv: string) => parse(csv) });
}
