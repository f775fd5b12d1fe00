export interface Patient {
  readonly id: string;
  readonly name: string;
}

/** Where patients are kept. */
export abstract class Patients {
  abstract all(): Promise<Patient[]>;
  abstract one(id: string): Patient;
}
