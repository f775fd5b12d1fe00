/** Blocking paths step by step, as the protocol's call hierarchy: incoming calls lead to the entry points. */
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from "vscode-languageserver";
import { type CallGraph, type GraphEdge, type GraphNode, placeOf } from "./call-graph.js";
import { rangeOf } from "./diagnostics.js";
import { timeOf } from "./hover.js";

export function itemOf(node: GraphNode, uriOf: (file: string) => string): CallHierarchyItem {
  const place = placeOf(node);
  return {
    name: node.name,
    kind: KINDS[node.is],
    ...(node.is === "blocking-call" && { detail: `blocks the event loop ${timeOf(node.finding.cost)}` }),
    uri: uriOf(place.file),
    range: rangeOf(node.is === "function" ? node.outline.location : place),
    selectionRange: rangeOf(place),
    data: node.key,
  };
}

const KINDS: Readonly<Record<GraphNode["is"], SymbolKind>> = {
  function: SymbolKind.Function,
  "blocking-call": SymbolKind.Method,
  "entry-point": SymbolKind.Event,
};

export function incomingCalls(
  graph: CallGraph,
  { data }: CallHierarchyItem,
  uriOf: (file: string) => string,
): CallHierarchyIncomingCall[] {
  return [...groupBy(graph.callersOf(String(data)), ({ caller }) => caller)].map(([caller, edges]) => ({
    from: itemOf(caller, uriOf),
    fromRanges: edges.map(({ site }) => rangeOf(site)),
  }));
}

export function outgoingCalls(
  graph: CallGraph,
  { data }: CallHierarchyItem,
  uriOf: (file: string) => string,
): CallHierarchyOutgoingCall[] {
  return [...groupBy(graph.calleesOf(String(data)), ({ callee }) => callee)].map(([callee, edges]) => ({
    to: itemOf(callee, uriOf),
    fromRanges: edges.map(({ site }) => rangeOf(site)),
  }));
}

function groupBy(edges: readonly GraphEdge[], key: (edge: GraphEdge) => GraphNode): Map<GraphNode, GraphEdge[]> {
  const groups = new Map<GraphNode, GraphEdge[]>();
  for (const edge of edges) groups.set(key(edge), [...(groups.get(key(edge)) ?? []), edge]);
  return groups;
}
