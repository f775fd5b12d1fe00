/** The form of recheck that needs neither a program nor a virtual machine of its own. */
declare module "recheck/lib/browser.js" {
  import type * as recheck from "recheck";

  const form: Pick<typeof recheck, "checkSync">;
  export default form;
}
