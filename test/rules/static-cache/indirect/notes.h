#pragma once
void setUp();
