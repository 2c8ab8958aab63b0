#pragma once
int nextNumber();
int convert(int n);
