#pragma once
int price(int n);
