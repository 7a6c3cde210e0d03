// The engine against slow readings of the same rules, on random rules and acts; and that further acts, their
// order and the number of threads take nothing away.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>

#include "base/diagnostic.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"
#include "match/candidates.hpp"
#include "match/evaluate_set.hpp"
#include "match/pattern_reader.hpp"
#include "match/prepare.hpp"
#include "match/unit_findings.hpp"
#include "support/reference/evaluator.hpp"
#include "support/reference/random_law.hpp"

using namespace lacuna;
using test::Random;
namespace reference = test::reference;

namespace {

struct Case {
    std::string rules;
    dsl::Pack pack;
    program::ProgramPtr program;
};

// Random rules without errors.
Case make_case(Random& random, test::RandomRules const& size = {}) {
    for (;;) {
        Case made;
        made.rules = test::random_rules(random, size);
        SourceMap sources;
        Diagnostics diagnostics;
        auto const id = sources.add("rules.lac", made.rules);
        made.pack.files.push_back(dsl::parse(sources.at(id), id, diagnostics));
        dsl::check(made.pack, diagnostics);
        if (diagnostics.errors() > 0) continue;
        made.program = program::compile(made.pack, diagnostics);
        REQUIRE(made.program);
        return made;
    }
}

akn::StatuteSet make_set(Random& random, std::size_t acts) {
    akn::StatuteSet set;
    for (std::size_t i = 0; i < acts; ++i)
        set.documents.push_back(test::random_act(random, random.between(2, 5)));
    return set;
}

// Every phrase of an automaton, spelled out from its trie.
struct SpelledOut {
    std::vector<std::uint32_t> symbols;
    program::GroupId group;
};

void spell_out(program::Automaton const& automaton, std::uint32_t node, std::vector<std::uint32_t>& symbols,
               std::vector<SpelledOut>& into) {
    auto const& row = automaton.nodes[node];
    for (auto at = row.output_begin; at < row.output_end; ++at)
        into.push_back({symbols, automaton.outputs[at]});
    for (auto at = row.edge_begin; at < row.edge_end; ++at) {
        symbols.push_back(automaton.edges[at].symbol);
        spell_out(automaton, automaton.edges[at].target, symbols, into);
        symbols.pop_back();
    }
}

std::set<std::uint32_t> symbols_of(program::Automaton const& automaton, text::Vocabulary const& vocabulary,
                                   text::WordId word) {
    std::set<std::uint32_t> symbols;
    std::string const spelling(vocabulary.spelling(word));
    std::string const stem(vocabulary.spelling(vocabulary.info(word).stem));
    for (auto const& [text, symbol] : automaton.stems)
        if (text == stem) symbols.insert(symbol);
    for (auto const& [text, symbol] : automaton.spellings)
        if (text == spelling) symbols.insert(symbol);
    for (auto const& [text, symbol] : automaton.prefixes)
        if (spelling.starts_with(text)) symbols.insert(symbol);
    return symbols;
}

using GroupPlaces = std::multiset<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>>;

// Tries every phrase at every word.
GroupPlaces naive_scan(match::ActText const& act) {
    auto const& automaton = act.code->automaton;
    std::vector<SpelledOut> phrases;
    std::vector<std::uint32_t> none;
    spell_out(automaton, 0, none, phrases);
    GroupPlaces found;
    for (auto const& segment : act.text.segments)
        for (auto begin = segment.token_begin; begin < segment.token_end; ++begin)
            for (auto const& phrase : phrases) {
                bool same = begin + phrase.symbols.size() <= segment.token_end;
                for (std::uint32_t i = 0; same && i < phrase.symbols.size(); ++i) {
                    auto const& token = act.text.tokens[begin + i];
                    bool const new_sentence = i > 0 && (token.flags & text::Token::sentence_start) != 0;
                    same = !new_sentence &&
                           symbols_of(automaton, *act.vocabulary, token.word).contains(phrase.symbols[i]);
                }
                if (same)
                    found.emplace(phrase.group.value, begin,
                                  begin + static_cast<std::uint32_t>(phrase.symbols.size()));
            }
    return found;
}

std::string written(reference::Found const& found) {
    std::string elements;
    for (bool const element : found.elements) elements += element ? '+' : '-';
    return fmt::format("{} in act {}, unit {}: {}", found.measure, found.act, found.unit, elements);
}

std::set<reference::Found> as_reference(match::Findings const& findings, Case const& made,
                                        match::SetText const& texts) {
    std::set<reference::Found> all;
    for (auto const& finding : findings.findings) {
        auto const& units = texts.acts[finding.document.index()]->text.text.units;
        std::size_t unit = 0;
        while (units[unit].provision != finding.unit) ++unit;
        reference::Found found{
            made.program->catalogue.at(finding.measure).name, finding.document.index(), unit, {}};
        for (auto const& element : finding.elements) found.elements.push_back(element.found);
        all.insert(found);
    }
    return all;
}

std::string difference(std::set<reference::Found> const& engine, std::set<reference::Found> const& slow) {
    std::string text;
    for (auto const& found : engine)
        if (!slow.contains(found)) text += "only the engine: " + written(found) + "\n";
    for (auto const& found : slow)
        if (!engine.contains(found)) text += "only the reference: " + written(found) + "\n";
    return text;
}

}  // namespace

TEST_CASE("the automaton finds what trying every phrase at every word finds") {
    std::size_t hits = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        Random random(seed);
        auto const made = make_case(random, {5, 0});
        match::Preparer preparer(*made.program);
        for (std::size_t act = 0; act < 3; ++act) {
            auto const document = test::random_act(random, 3);
            auto const text = preparer.prepare(document, DocumentId(act), "en");
            GroupPlaces found;
            for (auto const& hit : text.hits)
                for (auto const group : text.groups_of(hit)) found.emplace(group.value, hit.begin, hit.end);
            INFO("seed " << seed << "\n" << made.rules << document.text);
            REQUIRE(found == naive_scan(text));
            hits += found.size();
        }
    }
    CHECK(hits > 4'000);
}

TEST_CASE("concepts stand where a word-by-word reading of their patterns finds them") {
    std::size_t places = 0;
    for (std::uint32_t seed = 1000; seed < 1060; ++seed) {
        Random random(seed);
        auto const made = make_case(random, {6, 0});
        match::Preparer preparer(*made.program);
        reference::Patterns const patterns(made.pack, "en");
        auto const document = test::random_act(random, 3);
        auto const act = preparer.prepare(document, DocumentId(std::size_t{0}), "en");
        for (auto const& passage : act.text.passages) {
            auto const segments = act.segments_of(passage);
            match::View view(act, segments);
            auto const words =
                reference::words_of(act.text, *act.vocabulary, {segments.begin(), segments.end()});
            for (std::size_t row = 0; row < 6; ++row) {
                auto const name = test::concept_name(row);
                std::map<std::size_t, std::size_t> engine, slow;
                for (auto const& hit : view.concept_hits(made.program->concept_id(name)))
                    engine.try_emplace(hit.begin, hit.end);
                for (auto const& place : patterns.places(name, words)) slow.emplace(place.begin, place.end);
                INFO("seed " << seed << ", " << name << "\n" << made.rules << document.text);
                REQUIRE(engine == slow);
                places += slow.size();
            }
        }
    }
    CHECK(places > 500);
}

TEST_CASE("the index of places never denies a place to a concept that stands there") {
    std::size_t standing = 0, denied = 0, defined = 0;
    for (std::uint32_t seed = 3000; seed < 3060; ++seed) {
        Random random(seed);
        auto const made = make_case(random, {6, 0});
        match::Preparer preparer(*made.program);
        auto const document = test::random_act(random, 3);
        auto act = preparer.prepare(document, DocumentId(std::size_t{0}), "en");
        auto const& known = made.program->known;
        act.terms = match::DefinedTerms(act, match::Definitions(act, known), known);
        match::PlaceIndex const index(act);
        for (std::uint32_t passage = 0; passage < act.text.passages.size(); ++passage) {
            match::View view(act, act.segments_of(act.text.passages[passage]));  // asks no index
            for (std::size_t row = 0; row < 6; ++row) {
                auto const id = made.program->concept_id(test::concept_name(row));
                bool const may_hold = index.may_hold(id, passage);
                denied += may_hold ? 0U : 1U;
                if (view.concept_hits(id).empty()) continue;
                ++standing;
                for (auto const& hit : view.concept_hits(id)) defined += hit.through[0] != 0 ? 1U : 0U;
                INFO("seed " << seed << ", " << test::concept_name(row) << "\n"
                             << made.rules << document.text);
                REQUIRE(may_hold);
                REQUIRE(index.may_hold(id, index.whole(act.unit_of_passage[passage])));
            }
        }
    }
    CHECK(standing > 500);
    CHECK(denied > 500);  // or it would be of no use
    CHECK(defined > 20);
}

TEST_CASE("measures are found where a passage-by-passage reading of the rules finds them") {
    std::map<bool, std::size_t> elements;
    std::size_t terms = 0;
    for (std::uint32_t seed = 2000; seed < 2050; ++seed) {
        Random random(seed);
        auto const made = make_case(random);
        auto const set = make_set(random, 3);
        match::SetText texts;
        match::prepare_set(*made.program, set, {}, texts);
        auto const engine = as_reference(match::evaluate_set(texts, {}, {}), made, texts);
        auto const slow = reference::Evaluator(made.pack, set, texts, "en").run();
        std::string acts;
        for (auto const& document : set.documents) acts += document.text + "\n----\n";
        INFO("seed " << seed << "\n" << difference(engine, slow) << made.rules << acts);
        REQUIRE(engine == slow);
        for (auto const& act : texts.acts) terms += act->text.terms.uses().size();
        for (auto const& found : slow)
            for (bool const element : found.elements) ++elements[element];
    }
    CHECK(terms > 50);  // that stand for a concept
    CHECK(elements[true] > 100);
    CHECK(elements[false] > 100);
}

namespace {

using FoundSet = std::set<reference::Found>;

// What is found in the acts of `order`, with the acts named by their rows in `all`.
FoundSet found_in(Case const& made, std::uint32_t seed, std::vector<std::size_t> const& order,
                  unsigned threads = 1) {
    Random random(seed);
    auto all = make_set(random, 4);
    akn::StatuteSet set;
    for (auto const row : order) set.documents.push_back(std::move(all.documents[row]));
    match::EvaluateOptions options;
    options.threads = threads;
    match::SetText texts;
    match::prepare_set(*made.program, set, options, texts);
    FoundSet found;
    for (auto one : as_reference(match::evaluate_set(texts, {}, options), made, texts)) {
        one.act = order[one.act];
        found.insert(one);
    }
    return found;
}

bool is_kept(reference::Found const& one, FoundSet const& more) {
    return std::any_of(more.begin(), more.end(), [&](reference::Found const& other) {
        if (std::tie(one.measure, one.act, one.unit) != std::tie(other.measure, other.act, other.unit))
            return false;
        for (std::size_t i = 0; i < one.elements.size(); ++i)
            if (one.elements[i] && !other.elements[i]) return false;
        return true;
    });
}

}  // namespace

namespace {

struct Near {  // where a near miss stands
    std::uint32_t document = 0, unit = 0, leaf = 0;
    auto operator<=>(Near const&) const = default;
};

// The nearest misses of a measure with every unit looked at to its words, which the engine avoids.
std::vector<Near> looked_through(match::SetText const& texts, MeasureId measure, std::size_t most) {
    struct Weighed {
        std::uint32_t strength = 0;
        Near place;
    };
    std::vector<Weighed> all;
    for (std::size_t row = 0; row < texts.acts.size(); ++row) {
        auto const& act = *texts.acts[row];
        std::vector<bool> wanted(texts.program->measures.size());
        wanted[measure.index()] = true;
        auto const candidates = match::find_candidates(*texts.program, act.places, wanted);
        if (candidates.empty()) continue;
        match::UnitReader units(texts, DocumentId(row));
        auto const places = match::MeasurePlacer(texts, act).of(measure);
        match::MeasureReader reader(units, texts, DocumentId(row), measure, places);
        match::UnitFindings found;
        auto units_without = candidates.front().units;
        auto const count = static_cast<std::uint32_t>(act.text.text.units.size());
        reader.read(units_without, 0, count, found);
        for (auto const unit : found.units) units_without.erase(unit);
        for (std::uint32_t unit = 0; unit < count; ++unit) {
            if (!units_without.has(unit)) continue;
            match::Missed missed{DocumentId(row), unit};
            while (missed.known != match::Missed::By::words) reader.look_closer(missed);
            if (missed.strength == 0) continue;
            auto const near = reader.describe(missed);
            all.push_back({missed.strength, {near.document.value, near.unit.value, near.passage.value}});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](Weighed const& a, Weighed const& b) { return a.strength > b.strength; });
    if (all.size() > most) all.resize(most);
    std::vector<Near> nearest;
    for (auto const& one : all) nearest.push_back(one.place);
    return nearest;
}

}  // namespace

TEST_CASE("the near misses are those that a reading of every unit finds nearest") {
    constexpr std::size_t most = 3;
    std::size_t compared = 0;
    for (std::uint32_t seed = 2000; seed < 2050; ++seed) {
        Random random(seed);
        auto const made = make_case(random);
        auto const set = make_set(random, 3);
        match::SetText texts;
        match::prepare_set(*made.program, set, {}, texts);
        auto const findings = match::evaluate_set(texts, {}, {});
        for (std::size_t row = 0; row < made.program->measures.size(); ++row) {
            auto const expected = looked_through(texts, MeasureId(row), most);
            if (expected.empty()) continue;
            std::vector<Near> found;
            for (auto const& miss : findings.near_misses)
                if (miss.measure == MeasureId(row))
                    found.push_back({miss.document.value, miss.unit.value, miss.passage.value});
            INFO("seed " << seed << ", measure " << row << "\n" << made.rules);
            REQUIRE(found == expected);
            compared += found.size();
        }
    }
    CHECK(compared > 200);
}

TEST_CASE("a further act takes no finding and no element away") {
    std::size_t kept = 0;
    for (std::uint32_t seed = 3000; seed < 3030; ++seed) {
        Random random(seed);
        auto const made = make_case(random);
        auto const more = found_in(made, seed, {0, 1, 2, 3});
        for (auto const& one : found_in(made, seed, {1, 3})) {
            INFO("seed " << seed << ", lost: " << written(one) << "\n" << made.rules);
            REQUIRE(is_kept(one, more));
            ++kept;
        }
    }
    CHECK(kept > 20);
}

TEST_CASE("the order of acts and the number of threads change no finding") {
    for (std::uint32_t seed = 4000; seed < 4020; ++seed) {
        Random random(seed);
        auto const made = make_case(random);
        auto const one = found_in(made, seed, {0, 1, 2, 3});
        INFO("seed " << seed << "\n" << made.rules);
        REQUIRE(one == found_in(made, seed, {3, 1, 0, 2}));
        REQUIRE(one == found_in(made, seed, {0, 1, 2, 3}, 4));
    }
}
