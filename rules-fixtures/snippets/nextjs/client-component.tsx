// @filename: app/notes/page.tsx
import Link from "next/link";
import { z } from "zod";
import { NoteForm } from "./note-form";

export default function Page() {
  const query = z.object({ title: z.string().max(80) });
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-setup-in-handler probable: GET /notes → Page → zod.z.object
  return (
    <main>
      <Link href="/">{query.parse({ title: "Home" }).title}</Link>
      <NoteForm />
    </main>
  );
}

// @filename: app/notes/note-form.tsx
"use client";

import { NoteEditor } from "./note-editor";

export function NoteForm() {
  return <NoteEditor />;
}

// @filename: app/notes/note-editor.tsx
import { z } from "zod";

export function NoteEditor() {
  const schema = z.object({ text: z.string() });
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
  return <p>{schema.parse({ text: "" }).text}</p>;
}
