import { send } from "./actions";

export const dynamic = "force-dynamic";

export default function Contact() {
  return (
    <form action={send}>
      <input name="message" />
      <button>Send</button>
    </form>
  );
}
