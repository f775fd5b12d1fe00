/** Recognises calls that say something about the paths of routes that decorators register. */
import { parsePath, ShapeIndex, type ExternalReference } from "../catalogue/shapes.js";
import { CALLED } from "../reference.js";
import type { Framework, RouteSetting } from "./framework.js";

export interface RecognisedSetting {
  readonly framework: Framework;
  readonly setting: RouteSetting;
}

interface RecognisedMaker {
  readonly framework: Framework;
  readonly from: string;
  readonly member: string;
}

export interface RouteSettingRecogniser {
  /** Names of the members that say it. */
  readonly members: ReadonlySet<string>;
  /** What makes applications: `create` of `NestFactory`. */
  readonly makers: readonly RecognisedMaker[];
  /** What the called member says. */
  settingOf(reference: ExternalReference): RecognisedSetting | undefined;
}

export function createRouteSettingRecogniser(frameworks: readonly Framework[]): RouteSettingRecogniser {
  const withSettings = frameworks.filter(({ routeSettings = [] }) => routeSettings.length > 0);
  const index = new ShapeIndex(withSettings);
  const settings = withSettings.flatMap(({ routeSettings = [] }) => routeSettings);
  return {
    members: new Set(settings.flatMap(({ members }) => members.flatMap((path) => parsePath(path).slice(-1)))),
    makers: withSettings.flatMap((framework) => {
      const { types = {}, routeSettings = [] } = framework;
      const origins = routeSettings.flatMap(({ on = [] }) => on.flatMap((type) => types[type]?.origins ?? []));
      return [...new Set(origins)].flatMap((origin) => makerOf(framework, origin));
    }),
    settingOf(reference) {
      for (const { shape: framework, type, steps } of index.read(reference)) {
        const setting = framework.routeSettings?.find(
          ({ on, members }) =>
            (type === undefined ? on === undefined : on?.includes(type) === true) && members.includes(steps.join(".")),
        );
        if (setting) return { framework, setting };
      }
      return undefined;
    },
  };
}

/** `NestFactory.create()` gives `create` of `NestFactory`. */
function makerOf(framework: Framework, origin: string): RecognisedMaker[] {
  const [from, member, last] = parsePath(origin);
  return from !== undefined && member !== undefined && last === CALLED ? [{ framework, from, member }] : [];
}
