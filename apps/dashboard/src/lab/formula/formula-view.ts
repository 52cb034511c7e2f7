import { Component } from '@angular/core';

@Component({ selector: 'tw-formula-view', template: '' })
export class FormulaView {}
