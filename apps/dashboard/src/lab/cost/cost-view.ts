import { Component } from '@angular/core';

@Component({ selector: 'tw-cost-view', template: '' })
export class CostView {}
