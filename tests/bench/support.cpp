#include "support.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <pugixml.hpp>

#include "base/files.hpp"
#include "base/render.hpp"
#include "dsl/check.hpp"

namespace fs = std::filesystem;

namespace lacuna::bench {
namespace {

[[nodiscard]] double read_clock(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

int runs() {
    auto const* const wanted = std::getenv("LACUNA_BENCH_RUNS");
    return wanted == nullptr ? 5 : std::max(1, std::atoi(wanted));
}

double seconds(std::function<void()> const& work) {
    double best = 1e9;
    for (int run = 0; run < runs(); ++run) {
        auto const begin = read_clock(CLOCK_THREAD_CPUTIME_ID);
        work();
        best = std::min(best, read_clock(CLOCK_THREAD_CPUTIME_ID) - begin);
    }
    return best;
}

double wall_seconds(std::function<void()> const& work, double* processors) {
    double best = 1e9;
    for (int run = 0; run < runs(); ++run) {
        auto const begin = read_clock(CLOCK_MONOTONIC), spent = read_clock(CLOCK_PROCESS_CPUTIME_ID);
        work();
        auto const took = read_clock(CLOCK_MONOTONIC) - begin;
        if (took >= best) continue;
        best = took;
        if (processors != nullptr) *processors = (read_clock(CLOCK_PROCESS_CPUTIME_ID) - spent) / took;
    }
    return best;
}

Corpus read_corpus(std::string const& folder) {
    auto const* const named = std::getenv("LACUNA_SHARED");
    fs::path const shared =
        named != nullptr ? fs::path(named) : fs::path(LACUNA_SOURCE_DIR).parent_path() / "shared";
    bool const real = fs::exists(shared / "corpus");
    Corpus corpus;
    corpus.name = real ? "corpus/" + folder : "the bundled statutes (no corpus is there)";
    SourceMap sources;
    Diagnostics diagnostics;
    auto const from = real ? shared / "corpus" / folder : fs::path(LACUNA_SOURCE_DIR) / "legislation";
    for (auto const& path : list_files(from, {".xml"}, sources, diagnostics)) {
        auto const read = read_file(path, sources, diagnostics);
        if (!read.ok) continue;
        corpus.files.emplace_back(sources.at(read.id).bytes());
        corpus.megabytes += static_cast<double>(corpus.files.back().size()) / 1e6;
    }
    return corpus;
}

void bare_parse(Corpus const& corpus) {
    for (auto const& file : corpus.files) {
        std::string copy = file;  // the parse writes into it
        pugi::xml_document tree;
        (void)tree.load_buffer_inplace(copy.data(), copy.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    }
}

akn::StatuteSet read_documents(Corpus const& corpus, SourceMap& sources) {
    akn::StatuteSet set;
    Diagnostics diagnostics;
    for (auto const& file : corpus.files) {
        auto const id = sources.add("file.xml", file);
        auto document = akn::read_document(sources.at(id), id, diagnostics);
        if (document) set.documents.push_back(std::move(*document));
    }
    return set;
}

program::ProgramPtr compile_rules(std::vector<fs::path> const& paths, dsl::ParseLimits const& limits) {
    SourceMap sources;
    Diagnostics diagnostics;
    auto const pack = dsl::read_pack(paths, sources, diagnostics, limits);
    dsl::check(pack, diagnostics, limits.threads);
    auto const found = diagnostics.sorted();
    bool const wrong = std::any_of(found.begin(), found.end(),
                                   [](Diagnostic const& one) { return one.severity == Severity::error; });
    if (wrong) fmt::print("{}", render(found, sources));
    if (wrong) return nullptr;
    return program::compile(pack, diagnostics, limits.threads);
}

fs::path rules_folder() {
    return fs::path(LACUNA_SOURCE_DIR) / "rules";
}

void print_row(std::string const& what, double time, double whole, std::string const& target) {
    auto const ratio = whole > 0 ? fmt::format("{:>10.2f} x", time / whole) : std::string(12, ' ');
    fmt::print("{:<52}{:>10.1f} ms{}{}\n", what, time * 1000, ratio,
               target.empty() ? target : "   (target: " + target + ")");
    std::fflush(stdout);
}

}  // namespace lacuna::bench
