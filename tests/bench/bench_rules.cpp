// What rules cost: how long a cold start takes (parse, check, compile), with every pack and with a generated
// pack of 10,000 lines; and how much longer the texts take with ten times as many concepts and measures.
#include <fmt/format.h>
#include <unistd.h>

#include "coverage/assessment.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"
#include "generate.hpp"
#include "match/evaluate.hpp"
#include "support.hpp"

namespace fs = std::filesystem;
using namespace lacuna;

namespace {

// An empty folder that goes away with the object.
class Folder {
  public:
    Folder() : path(fs::temp_directory_path() / fmt::format("lacuna-bench-{}", ::getpid())) { make(); }
    ~Folder() { fs::remove_all(path); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    void make() const {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    fs::path const path;
};

void cold_start(std::string const& what, std::vector<fs::path> const& paths, std::string const& target,
                dsl::ParseLimits limits) {
    double processors = 0;
    auto const both = bench::wall_seconds([&] { (void)bench::compile_rules(paths, limits); }, &processors);
    bench::print_row("cold start, " + what, both, 0, target);
    fmt::print("{:<52}{:>10.2f}\n", "  by the clock; processors that it had, on average", processors);
    limits.threads = 1;
    bench::print_row("  on one thread", bench::seconds([&] { (void)bench::compile_rules(paths, limits); }));
    SourceMap sources;
    Diagnostics diagnostics;
    auto const pack = dsl::read_pack(paths, sources, diagnostics, limits);
    bench::print_row("  parse", bench::seconds([&] {
                         SourceMap again;
                         Diagnostics found;
                         (void)dsl::read_pack(paths, again, found, limits);
                     }));
    bench::print_row("  check", bench::seconds([&] {
                         Diagnostics found;
                         dsl::check(pack, found, 1);
                     }));
    bench::print_row("  compile", bench::seconds([&] {
                         Diagnostics found;
                         (void)program::compile(pack, found, 1);
                     }));
}

}  // namespace

int main() {
    auto const rules = bench::rules_folder();
    Folder const folder;
    fmt::print("rules: the best of {} runs\n", bench::runs());
    dsl::ParseLimits without_tests;
    without_tests.tests = false;
    cold_start("every pack, as check reads it", {rules}, "50 ms", without_tests);
    cold_start("every pack and its tests", {rules}, "", {});
    auto const long_pack = bench::write_copies(rules, folder.path, 10, 10'000);
    // With the lexicon and the measures themselves, of which the copies use the kinds.
    cold_start(fmt::format("lexicon, measures, {} generated lines", long_pack.lines),
               {rules / "lexicon", rules / "measures", folder.path}, "300 ms for 10,000", {});

    folder.make();
    auto const copies = bench::write_copies(rules, folder.path, 9, ~std::size_t{0});
    auto const corpus = bench::read_corpus("akn");
    SourceMap sources;
    auto const set = bench::read_documents(corpus, sources);
    match::EvaluateOptions one;
    one.threads = 1;
    fmt::print("{}, {} files, {:.1f} MB; {} concepts and {} measures more\n", corpus.name,
               corpus.files.size(), corpus.megabytes, copies.concepts, copies.measures);
    auto const plain = bench::compile_rules({rules});
    if (!plain) return 1;
    // Before the many rules are compiled: what they leave of the heap would slow the few down too.
    one.explained = coverage::named_measures(program::catalogue(*plain));  // as check does
    auto const once = bench::seconds([&] { (void)match::evaluate(*plain, set, one); });
    bench::print_row("tokens, scan, measures: every pack", once, once);
    auto const tenfold = bench::compile_rules({rules, folder.path});
    if (!tenfold) return 1;
    one.explained = coverage::named_measures(program::catalogue(*tenfold));  // no obligation names a copy
    bench::print_row("ten times as many concepts and measures",
                     bench::seconds([&] { (void)match::evaluate(*tenfold, set, one); }), once, "1.5 x");
    return 0;
}
