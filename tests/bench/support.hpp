// What the benchmarks share: the clock, the files, pugixml's bare parse as the measure of all ratios, and the
// rules. The files are looked for in the folder `shared` beside the checkout, or in LACUNA_SHARED; without
// them the bundled statutes are used, and said.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "akn/set.hpp"
#include "base/source.hpp"
#include "dsl/parse.hpp"
#include "program/compile.hpp"

namespace lacuna::bench {

// Times each piece of work is done, of which the quickest counts: five, or LACUNA_BENCH_RUNS.
[[nodiscard]] int runs();
// Seconds of the processor that the work takes on this thread: what else the machine does hardly counts.
[[nodiscard]] double seconds(std::function<void()> const& work);
// Seconds of the clock on the wall, for work on several threads, and how many processors it had meanwhile.
[[nodiscard]] double wall_seconds(std::function<void()> const& work, double* processors = nullptr);

struct Corpus {
    std::string name;  // where the files come from, for the reader of the output
    std::vector<std::string> files;
    double megabytes = 0;
};
// The files below `folder` of the corpus; an empty name: all of it.
[[nodiscard]] Corpus read_corpus(std::string const& folder);

void bare_parse(Corpus const& corpus);
[[nodiscard]] akn::StatuteSet read_documents(Corpus const& corpus, SourceMap& sources);

// The rules of the files and folders, parsed, checked and compiled; null, with the errors printed, when they
// are wrong.
[[nodiscard]] program::ProgramPtr compile_rules(std::vector<std::filesystem::path> const& paths,
                                                dsl::ParseLimits const& limits = {});
[[nodiscard]] std::filesystem::path rules_folder();

// "what  12.3 ms  4.56 x (at most 3)". No ratio where `whole` is 0, no target where it is empty.
void print_row(std::string const& what, double time, double whole = 0, std::string const& target = {});

}  // namespace lacuna::bench
