import { BadRequestException, Injectable, type PipeTransform } from "@nestjs/common";

@Injectable()
export class ParseNumberPipe implements PipeTransform<string, Promise<string>> {
  async transform(value: string): Promise<string> {
    if (!/^\d+$/.test(value)) throw new BadRequestException("not a number");
    return value;
  }
}
