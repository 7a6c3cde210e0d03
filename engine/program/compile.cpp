#include "program/compile.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/parallel.hpp"
#include "program/catalogue_builder.hpp"
#include "program/clauses.hpp"
#include "program/condition_compiler.hpp"
#include "program/pattern_compiler.hpp"
#include "program/program.hpp"
#include "program/ranks.hpp"
#include "program/unsaid.hpp"
#include "text/language.hpp"

namespace lacuna::program {
namespace {

using Names = std::unordered_map<std::string, std::uint32_t>;

class Compiler {
  public:
    Compiler(dsl::Pack const& pack, unsigned threads) : pack_(pack), threads_(threads) {}

    std::shared_ptr<Program> run() {
        declare_concepts();
        compile_rules_and_patterns();
        rank_measures(*program_);
        find_known();
        finish_languages();
        return program_;
    }

    // Quoted texts in which the language has no word, such as a dash alone.
    [[nodiscard]] std::set<Span> wordless() const {
        std::set<Span> all;
        for (auto const& language : languages_)
            all.insert(language.wordless.begin(), language.wordless.end());
        return all;
    }

  private:
    struct InlinePhrase {
        ConceptId id;
        std::string text;
        bool exact = false;
        Span span;
    };
    struct Language {
        std::unique_ptr<PatternCompiler> patterns;
        std::vector<Span> wordless;
        std::vector<Unsaid> unsaid;
    };

    // All names, so that what comes after can be done side by side.
    void declare_concepts() {
        for (auto const& file : pack_.files)
            for (auto const& declared : file.concepts) {
                auto const row = static_cast<std::uint32_t>(program_->concepts.size());
                auto const [known, fresh] = names_.try_emplace(declared.name.text, row);
                if (fresh) program_->concepts.push_back(declared.name.text);
                std::vector<std::string> values;
                collect_binds(declared.pattern, values);
                for (auto const& value : values) givers_[value].insert(ConceptId(known->second));
                if (declared.but_not) collect_binds(*declared.but_not, values);
                for (auto const& value : values)
                    if (std::find(program_->binds.begin(), program_->binds.end(), value) ==
                        program_->binds.end())
                        program_->binds.push_back(value);
            }
    }

    // Side by side: what is said in one language is nothing to another, nor to what is asked of all.
    void compile_rules_and_patterns() {
        auto const codes = languages_of(pack_);
        languages_.resize(codes.size());
        for_each_row(codes.size() + 1, threads_, [&](std::size_t, std::size_t row) {
            if (row < codes.size())
                compile_patterns(codes[row], languages_[row]);
            else
                compile_rules();
        });
    }

    void compile_rules() {
        program_->catalogue = build_catalogue(pack_);
        compile_measures();
        title_concepts();
        resolve_laws(
            pack_, [this](std::string const& name) { return ConceptId(names_.at(name)); },
            program_->catalogue);
    }

    // By the gloss that the first of its languages gives; by its name where none does; an inline phrase by
    // its words.
    void title_concepts() {
        auto& titles = program_->catalogue.concept_titles;
        titles.resize(program_->concepts.size());
        program_->catalogue.concept_names = program_->concepts;
        for (auto const& file : pack_.files)
            for (auto const& declared : file.concepts)
                if (auto& title = titles[names_.at(declared.name.text)];
                    title.empty() && !declared.gloss.empty())
                    title = "“" + declared.gloss + "”";
        for (std::size_t row = 0; row < titles.size(); ++row) {
            auto const& name = program_->concepts[row];
            bool const phrase = name.front() == '"' || name.front() == '\'';
            if (titles[row].empty())
                titles[row] = quoted_name(phrase ? name.substr(1, name.size() - 2) : name);
        }
    }

    [[nodiscard]] text::Respellings respellings(std::string const& language) const {
        text::Respellings all;
        for (auto const& file : pack_.files)
            for (auto const& declared : file.spellings) {
                if (declared.language != language) continue;
                for (auto const& word : declared.words)
                    all.emplace_back(word.written.value, word.read_as.value);
            }
        return all;
    }

    void compile_patterns(std::string const& code, Language& language) const {
        language.patterns =
            std::make_unique<PatternCompiler>(code, respellings(code), names_, program_->binds);
        for (auto const& file : pack_.files) {
            for (auto const& declared : file.concepts)
                if (declared.language == code)
                    language.patterns->add(ConceptId(names_.at(declared.name.text)), declared);
            for (auto const& quantity : file.quantities)
                if (quantity.language == code) language.patterns->add(quantity);
        }
    }

    // Side by side again. Everything else must be known: an inline phrase is said alike in every language.
    void finish_languages() {
        program_->languages.resize(languages_.size());
        for (auto& measure : program_->measures) measure.clauses.resize(languages_.size());
        for_each_row(languages_.size(), threads_, [&](std::size_t, std::size_t row) {
            auto& language = languages_[row];
            for (auto const& phrase : phrases_)
                language.patterns->add_phrase(phrase.id, phrase.text, phrase.exact, phrase.span);
            program_->languages[row] = language.patterns->finish(program_->concepts.size());
            language.wordless = language.patterns->wordless();
            language.patterns.reset();
            find_clauses(*program_, row);
            language.unsaid = find_unsaid(*program_, program_->languages[row]);
        });
        for (std::size_t row = 0; row < languages_.size(); ++row)
            add_unsaid(program_->languages[row].language, languages_[row].unsaid, program_->catalogue);
    }

    // An inline phrase is a concept of its own, said alike in every language.
    ConceptId phrase_concept(std::string const& text, bool exact, Span span) {
        auto const name = exact ? "'" + text + "'" : "\"" + text + "\"";
        auto const row = static_cast<std::uint32_t>(program_->concepts.size());
        auto const [known, fresh] = phrase_rows_.try_emplace(name, row);
        if (fresh) {
            program_->concepts.push_back(name);
            phrases_.push_back({ConceptId(row), text, exact, span});
        }
        return ConceptId(known->second);
    }

    void compile_measures() {
        ConditionCompiler conditions(*program_, names_,
                                     [this](std::string const& text, bool exact, Span span) {
                                         return phrase_concept(text, exact, span);
                                     });
        std::map<std::string, ConditionId> gates;
        for (auto const& file : pack_.files)
            for (auto const& kind : file.kinds)
                if (kind.gate) gates[kind.name.text] = conditions.compile(*kind.gate);
        for (auto const& file : pack_.files) {
            for (auto const& declared : file.measures) {
                auto code = compile_measure(declared, conditions);
                if (!code.gate.valid() && gates.count(declared.kind.text) > 0)
                    code.gate = gates[declared.kind.text];
                program_->measures.push_back(std::move(code));
            }
        }
    }

    MeasureCode compile_measure(dsl::Measure const& declared, ConditionCompiler& conditions) {
        auto const& row = program_->catalogue.measures[program_->measures.size()];
        MeasureCode code;
        if (declared.gate) code.gate = conditions.compile(*declared.gate);
        for (auto const& element : declared.elements)
            code.elements.push_back(conditions.compile(element.condition));
        if (declared.needs) code.needs = conditions.compile(*declared.needs, &row);
        for (auto const& condition : declared.unless)
            code.unless.push_back(conditions.compile(condition, nullptr, true));
        std::set<ConceptId> looked_for;
        if (code.needs.valid()) collect_concepts(code, code.needs, looked_for);
        code.looked_for.assign(looked_for.begin(), looked_for.end());
        code.needs_definition = any_node(
            code.needs, [](ConditionNode const& node) { return node.kind == dsl::Condition::Kind::defines; });
        code.gate_in_sentence = any_node(code.gate, [](ConditionNode const& node) {
            return std::find(node.scopes.begin(), node.scopes.end(), dsl::Scope::sentence) !=
                   node.scopes.end();
        });
        return code;
    }

    // Whether it is true of a part of a condition; elements that are named are not looked into.
    template <class Test>
    [[nodiscard]] bool any_node(ConditionId id, Test test) const {
        if (!id.valid()) return false;
        auto const& node = program_->at(id);
        if (test(node)) return true;
        for (auto row = node.child_begin; row < node.child_end; ++row)
            if (any_node(program_->condition_children[row], test)) return true;
        return false;
    }

    void collect_concepts(MeasureCode const& code, ConditionId id, std::set<ConceptId>& into) const {
        using Kind = dsl::Condition::Kind;
        auto const& node = program_->at(id);
        if (node.kind == Kind::negation) return;
        if (node.is_element) return collect_concepts(code, code.elements[node.value], into);
        if (node.kind == Kind::name || node.kind == Kind::words || node.kind == Kind::exact)
            into.insert(ConceptId(node.value));
        if (node.kind == Kind::value && node.value != 0)
            if (auto const found = givers_.find(program_->binds[node.value - 1]); found != givers_.end())
                into.insert(found->second.begin(), found->second.end());
        for (auto row = node.child_begin; row < node.child_end; ++row)
            collect_concepts(code, program_->condition_children[row], into);
    }

    void find_known() {
        auto const find = [&](std::string const& name) {
            auto const row = names_.find(name);
            return row == names_.end() ? ConceptId() : ConceptId(row->second);
        };
        program_->known = {find("term-definition"),  find("provision-name"),  find("range-word"),
                           find("list-word"),        find("this-instrument"), find("other-instrument"),
                           find("reference-to-any"), find("act-name-word"),   find("name-joiner"),
                           find("name-opener"),      find("page-furniture"),  find("within-provision"),
                           find("within-part"),      find("example-opener"),  find("example-closer"),
                           find("division-opener"),  find("act-repeal"),      find("act-number-word"),
                           find("meaning-word"),     find("meaning-opener"),  find("meaning-noun"),
                           find("meaning-closer"),   find("act-article")};
    }

    dsl::Pack const& pack_;
    std::shared_ptr<Program> program_ = std::make_shared<Program>();
    Names names_;                                        // of concepts
    std::map<std::string, std::set<ConceptId>> givers_;  // of values, by their names: what gives them
    Names phrase_rows_;                                  // of inline phrases, which are concepts too
    std::vector<InlinePhrase> phrases_;
    std::vector<Language> languages_;  // sorted by code
    unsigned threads_;
};

// Acts are read by one code of each language: a lexicon of another is never asked.
[[nodiscard]] bool languages_are_read(dsl::Pack const& pack, Diagnostics& diagnostics) {
    bool all = true;
    for (auto const& file : pack.files)
        for (auto const& lexicon : file.lexicons) {
            auto const code = text::language_code(lexicon.text);
            if (code == lexicon.text) continue;
            all = false;
            diagnostics.add(diagnose(
                Code::rule_unknown_language, lexicon.span,
                fmt::format("no act is read as '{}'", lexicon.text),
                code.empty()
                    ? fmt::format("the languages that are read: {}", fmt::join(text::languages(), ", "))
                    : fmt::format("write '{}', as acts in this language are read", code)));
        }
    return all;
}

}  // namespace

ProgramPtr compile(dsl::Pack const& pack, Diagnostics& diagnostics, unsigned threads) {
    if (!languages_are_read(pack, diagnostics)) return nullptr;
    Compiler compiler(pack, threads);
    auto program = compiler.run();
    for (auto const& span : compiler.wordless())
        diagnostics.add(diagnose(Code::rule_empty_pattern, span, "this text holds no word",
                                 "write the words to look for, or remove it"));
    if (!compiler.wordless().empty()) return nullptr;
    auto const wrong = verify(*program);
    if (wrong.empty()) return program;
    diagnostics.add(diagnose(Code::rule_too_large, {}, "the rules could not be compiled: " + wrong,
                             "this is an error of the program, not of the rules; please report it"));
    return nullptr;
}

Catalogue const& catalogue(Program const& program) {
    return program.catalogue;
}

}  // namespace lacuna::program
