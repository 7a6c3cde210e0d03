#include "cli/standard_input.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <istream>

#include "base/utf8.hpp"
#include "match/prepare.hpp"
#include "program/program.hpp"
#include "text/language.hpp"

namespace lacuna::cli {
namespace {

constexpr auto default_language = "en";
constexpr std::size_t few_words = 3, far_more = 2;

// How many phrases of the language's lexicon stand in the text.
[[nodiscard]] std::size_t phrases_in(program::Program const& program, std::string const& text,
                                     std::string const& language) {
    auto const set = set_of_text(text, language);
    return match::Preparer(program).prepare(set.documents.front(), DocumentId(0), language).hits.size();
}

// Empty where no lexicon has far more of the words than the others.
[[nodiscard]] std::string guess(program::Program const& program, std::string const& text) {
    std::string best;
    std::size_t most = 0, second = 0;
    for (auto const& language : program.catalogue.languages) {
        auto const count = phrases_in(program, text, language);
        if (count > most)
            second = most, most = count, best = language;
        else
            second = std::max(second, count);
    }
    return most >= few_words && most >= far_more * second ? best : std::string();
}

// What to say where the words of the text are those of another language than was named.
[[nodiscard]] std::string other_than(std::string const& named, std::string const& guessed) {
    if (guessed.empty() || guessed == named) return {};
    return fmt::format("read as {0}, as --lang says, but its words are those of {1}: --lang {1} reads it so",
                       named, guessed);
}

}  // namespace

std::optional<std::string> read_text(Session& session, std::istream& in) {
    constexpr std::size_t most = std::size_t{64} << 20;
    std::string text;
    std::string piece(std::size_t{1} << 16, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
        text.append(piece, 0, static_cast<std::size_t>(in.gcount()));
        if (text.size() > most) break;
    }
    auto const id = session.sources.add("standard input", text);
    auto const invalid = utf8::find_invalid(text);
    auto const fail = [&](Code code, std::size_t at, std::string const& message) {
        auto const place = static_cast<std::uint32_t>(at);
        session.diagnostics.add(diagnose(code, {id, place, place}, message));
        return std::nullopt;
    };
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(Code::file_empty, 0, "no text on standard input");
    if (text.size() > most) return fail(Code::file_too_large, 0, "more than 64 MB on standard input");
    if (auto const first = text.find_first_not_of(" \t\r\n");
        first != std::string::npos && text[first] == '<')
        return fail(Code::xml_not_akn, first,
                    "this is XML, and standard input takes plain text: name the file instead of -");
    if (invalid != std::string_view::npos)
        return fail(Code::encoding_invalid, invalid, "the text on standard input is not UTF-8");
    return text;
}

akn::StatuteSet set_of_text(std::string const& text, std::string const& language) {
    akn::StatuteSet set;
    set.documents.push_back(akn::document_from_text(text, language));
    return set;
}

std::optional<TextLanguage> language_of_text(Session& session, program::Program const& program,
                                             std::string const& text, std::string const& named) {
    auto const& known = program.catalogue.languages;
    auto const others = fmt::format("--lang names another: {}", fmt::join(known, ", "));
    if (!named.empty()) {
        auto const code = text::language_code(named);  // "EN", "en-GB"
        if (std::find(known.begin(), known.end(), code) != known.end())
            return TextLanguage{code, other_than(code, guess(program, text))};
        session.diagnostics.add(diagnose(Code::rule_unknown_language, {},
                                         fmt::format("the rules do not speak the language '{}'", named),
                                         others));
        return std::nullopt;
    }
    if (known.size() == 1)
        return TextLanguage{known.front(),
                            fmt::format("read as {}, the only language of the rules", known.front())};
    if (auto guessed = guess(program, text); !guessed.empty()) {
        auto said = fmt::format("read as {}, guessed by its words; {}", guessed, others);
        return TextLanguage{std::move(guessed), std::move(said)};
    }
    if (std::find(known.begin(), known.end(), default_language) == known.end()) {
        session.diagnostics.add(diagnose(Code::rule_unknown_language, {},
                                         "the language of the text cannot be guessed by its words", others));
        return std::nullopt;
    }
    return TextLanguage{default_language,
                        fmt::format("read as {}, for its words do not tell; {}", default_language, others)};
}

}  // namespace lacuna::cli
