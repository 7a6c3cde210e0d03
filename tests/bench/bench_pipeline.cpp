// How long each step takes over real files, as a ratio to pugixml's bare parse of the same bytes in the same
// run, on one thread; then two threads against one, and the cold start of all rules. The files are looked for
// in the folder `shared` beside the checkout, or in LACUNA_SHARED; without them the bundled statutes are
// used, and said.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <pugixml.hpp>

#include "akn/set.hpp"
#include "base/files.hpp"
#include "country/country.hpp"
#include "coverage/assessment.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"
#include "match/evaluate.hpp"
#include "program/compile.hpp"

namespace fs = std::filesystem;
using namespace lacuna;

namespace {

constexpr int runs = 5;

// Seconds of the quickest of some runs.
double seconds(std::function<void()> const& work) {
    double best = 1e9;
    for (int run = 0; run < runs; ++run) {
        auto const begin = std::chrono::steady_clock::now();
        work();
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

std::vector<fs::path> files_of(std::string& from) {
    auto const* named = std::getenv("LACUNA_SHARED");
    fs::path const root =
        named != nullptr ? fs::path(named) : fs::path(LACUNA_SOURCE_DIR).parent_path() / "shared";
    SourceMap sources;
    Diagnostics diagnostics;
    from =
        fs::exists(root / "corpus") ? "the corpus of real files" : "the bundled statutes: no corpus is there";
    auto const folder =
        fs::exists(root / "corpus") ? root / "corpus" : fs::path(LACUNA_SOURCE_DIR) / "legislation";
    return list_files(folder, {".xml"}, sources, diagnostics);
}

struct Bytes {
    std::vector<std::string> files;
    std::size_t total = 0;
};

Bytes read_all(std::vector<fs::path> const& paths) {
    Bytes bytes;
    for (auto const& path : paths) {
        SourceMap sources;
        Diagnostics diagnostics;
        auto const read = read_file(path, sources, diagnostics);
        if (!read.ok) continue;
        bytes.files.emplace_back(sources.at(read.id).bytes());
        bytes.total += bytes.files.back().size();
    }
    return bytes;
}

void bare_parse(Bytes const& bytes) {
    for (auto const& file : bytes.files) {
        std::string copy = file;
        pugi::xml_document document;
        (void)document.load_buffer_inplace(copy.data(), copy.size(),
                                           pugi::parse_default | pugi::parse_ws_pcdata);
    }
}

akn::StatuteSet read_documents(Bytes const& bytes, SourceMap& sources) {
    akn::StatuteSet set;
    Diagnostics diagnostics;
    for (auto const& file : bytes.files) {
        auto const id = sources.add("file.xml", file);
        auto document = akn::read_document(sources.at(id), id, diagnostics);
        if (document) set.documents.push_back(std::move(*document));
    }
    return set;
}

program::ProgramPtr compile_all() {
    SourceMap sources;
    Diagnostics diagnostics;
    auto const pack = dsl::read_pack({fs::path(LACUNA_SOURCE_DIR) / "rules"}, sources, diagnostics);
    dsl::check(pack, diagnostics);
    return program::compile(pack, diagnostics);
}

void row(char const* what, double time, double bare) {
    fmt::print("{:<44}{:>9.1f} ms{:>9.2f} x\n", what, time * 1000, time / bare);
}

}  // namespace

int main() {
    std::string from;
    auto const bytes = read_all(files_of(from));
    fmt::print("{}: {} files, {:.1f} MB; the best of {} runs\n", from, bytes.files.size(),
               static_cast<double>(bytes.total) / 1e6, runs);
    auto const bare = seconds([&] { bare_parse(bytes); });
    row("pugixml, bare parse", bare, bare);
    row("reading: parse, provisions, text, account", seconds([&] {
            SourceMap sources;
            (void)read_documents(bytes, sources);
        }),
        bare);
    auto const program = compile_all();
    if (!program) return 1;
    SourceMap sources;
    auto const set = read_documents(bytes, sources);
    match::EvaluateOptions options;
    options.threads = 1;
    auto const one = seconds([&] { (void)match::evaluate(*program, set, options); });
    row("matching: tokens, scan, measures", one, bare);
    auto const findings = match::evaluate(*program, set, options);
    auto const& catalogue = program::catalogue(*program);
    country::Selection selection;
    row("assessing, every instrument", seconds([&] {
            for (std::size_t i = 0; i < catalogue.instruments.size(); ++i)
                (void)coverage::assess(catalogue, program::InstrumentId(i), set, findings, selection);
        }),
        bare);
    options.threads = 2;
    auto const two = seconds([&] { (void)match::evaluate(*program, set, options); });
    fmt::print("{:<44}{:>21.2f} x\n", "matching, one thread against two", one / two);
    fmt::print("{:<44}{:>9.1f} ms\n", "cold start: parse, check, compile all rules",
               seconds([] { (void)compile_all(); }) * 1000);
    return 0;
}
