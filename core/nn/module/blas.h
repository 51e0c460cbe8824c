// Which BLAS libtorch uses and how fast it is: with the reference BLAS a product runs fifty times slower.
#pragma once

#include <string>

namespace neuroscribe::nn {

/// The library file that sgemm comes from, links resolved; "part of libtorch" when it brings its own.
std::string blasLibrary();
/// GFLOP/s of a product [rows, depth] x [depth, columns] through torch, best of `rounds` after one to warm up.
double measureSgemm(int rows, int depth, int columns, int rounds);
/// The same with the CPU encoder's own kernels, on `threads` threads.
double measureKernels(int rows, int depth, int columns, int rounds, unsigned threads);

} // namespace neuroscribe::nn
