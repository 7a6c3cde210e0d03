#include "dsl/layout.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "dsl/example_lines.hpp"
#include "dsl/keywords.hpp"
#include "dsl/trivia.hpp"

namespace lacuna::dsl {
namespace {

constexpr std::size_t width = 110;
using K = Lexeme::Kind;

struct Token {
    std::string_view text;
    K kind = K::word;
    std::uint32_t lines_before = 0;
    int depth = 0;  // of parentheses
};
using Range = std::vector<Token>::const_iterator;

[[nodiscard]] bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Is there a blank between the two?
[[nodiscard]] bool apart(Token const& a, Token const& b) {
    if (a.text == "(" || one_of(b.text, {")", ",", "?"})) return false;
    if (a.text == "/" || b.text == "/" || a.text == "..") return false;
    return !(a.text == "measure" && b.text == "(");
}

[[nodiscard]] std::string joined(Range begin, Range end) {
    std::string line;
    for (auto it = begin; it != end; ++it) {
        if (it != begin && apart(*(it - 1), *it)) line += ' ';
        line += it->text;
    }
    return line;
}

// Columns of the last line of a text.
[[nodiscard]] std::size_t columns(std::string_view text) {
    auto const line = text.rfind('\n');
    return utf8::width(line == std::string_view::npos ? text : text.substr(line + 1));
}
[[nodiscard]] bool fits(std::size_t column, std::string_view text) {
    auto const first = text.substr(0, text.find('\n'));
    return column + utf8::width(first) <= width && columns(text) <= width;
}

constexpr std::size_t example_indent = 7;  // of its further lines: below the first, behind «  yes "»

class Layout {
  public:
    explicit Layout(std::string_view text) {
        int depth = 0;
        for (auto const& lexeme : scan(text)) {
            auto piece = text.substr(lexeme.begin, lexeme.end - lexeme.begin);
            bool const example =
                lexeme.kind == K::text && !tokens_.empty() && starts_example(tokens_.back().text);
            if (example && piece.find('\n') != std::string_view::npos)
                piece = examples_.emplace_back(trimmed_lines(piece, example_indent));
            bool const sign = lexeme.kind == K::sign;
            if (sign && (piece == "{" || piece == "}")) depth = 0;
            if (sign && piece == ")" && depth > 0) --depth;
            tokens_.push_back({piece, lexeme.kind, lexeme.lines_before, depth});
            if (sign && piece == "(") ++depth;
        }
    }

    std::string run() {
        for (auto it = tokens_.cbegin(); it != tokens_.cend();) it = item(it);
        if (!out_.empty() && out_.back() != '\n') out_ += '\n';
        return std::move(out_);
    }

  private:
    // ---- lines

    void new_line(std::size_t indent, bool blank = false) {
        while (!out_.empty() && out_.back() == ' ') out_.pop_back();
        if (!out_.empty() && out_.back() != '\n') out_ += '\n';
        if (blank && !out_.empty() && !out_.ends_with("\n\n") && !after_open_) out_ += '\n';
        out_.append(indent, ' ');
        after_open_ = false;
    }
    [[nodiscard]] std::size_t indent() const { return 2 * braces_.size(); }

    // ---- structure

    Range item(Range it) {
        if (it->kind == K::comment) return comment(it, indent());
        if (it->text == "}" && it->kind == K::sign) return close(it);
        auto const end = end_of_clause(it);
        if (end != tokens_.cend() && end->text == "{" && end->kind == K::sign) return open(it, end);
        new_line(indent(), it->lines_before > 1);
        clause(it, end);
        return end;
    }

    Range comment(Range it, std::size_t at) {
        bool const trailing = it->lines_before == 0 && !out_.empty();
        if (trailing)
            out_ += "  ";
        else
            new_line(at, it->lines_before > 1);
        out_ += it->text;
        out_ += '\n';
        return it + 1;
    }

    Range close(Range it) {
        if (!braces_.empty()) braces_.pop_back();
        after_open_ = true;  // no blank line before it
        new_line(indent());
        out_ += '}';
        return it + 1;
    }

    // A declaration, a chapter or an article: on one line when it was written so and fits.
    Range open(Range begin, Range brace) {
        new_line(indent(), begin->lines_before > 1);
        auto const close = std::find_if(brace, tokens_.cend(),
                                        [](Token const& t) { return t.kind == K::sign && t.text == "}"; });
        bool const one_line =
            close != tokens_.cend() && std::none_of(begin + 1, close + 1, [](Token const& t) {
                return t.lines_before > 0 || t.kind == K::comment;
            });
        if (one_line && std::count_if(brace, close, [](Token const& t) { return t.text == "{"; }) == 1) {
            auto const line = joined(begin, close + 1);
            if (fits(columns(out_), line)) {
                out_ += line;
                return close + 1;
            }
        }
        out_ += joined(begin, brace + 1);
        braces_.push_back(begin->text);
        after_open_ = true;
        return brace + 1;
    }

    // Where the clause that begins at `begin` ends: at the next clause, brace, or the end. A comment inside
    // a clause belongs to it, one after it does not.
    [[nodiscard]] Range end_of_clause(Range begin) const {
        auto it = begin + 1;
        while (it != tokens_.cend() && !ends_before(begin, it)) ++it;
        auto last = it;
        while (last != begin + 1 && (last - 1)->kind == K::comment) --last;
        return last;
    }
    [[nodiscard]] bool ends_before(Range begin, Range it) const {
        if (it->kind == K::sign && (it->text == "{" || it->text == "}")) return true;
        auto const in = braces_.empty() ? std::string_view() : braces_.back();
        if (in.empty())
            return it->kind == K::word && opens_declaration(it->text) && begin->text == "lexicon" &&
                   it - begin >= 2;
        if (it->kind == K::text)
            return (in == "quantity" || in == "spelling") && it + 1 != tokens_.cend() &&
                   (it + 1)->text == "=";
        if (it->kind != K::word || it->depth > 0) return false;
        if (in == "test")
            return starts_example(it->text) && (it + 1 == tokens_.cend() || (it + 1)->kind == K::text);
        if (in == "instrument" || in == "chapter")
            return one_of(it->text, {"cite", "note", "chapter", "article", "cooperation"});
        if (in == "cooperation") return one_of(it->text, {"offences", "reaches", "below", "note"});
        if (in == "article") return it->text == "obligation";
        if (in == "concept") return it->text == "but";
        if (in == "kind") return it->text == "elements" || it->text == "gate";
        return in == "measure" && opens_measure_clause(it);
    }
    [[nodiscard]] bool opens_measure_clause(Range it) const {
        if (one_of(it->text, {"needs", "unless", "gate", "note", "option"})) return true;
        if ((it - 1)->text == "option") return false;
        return is_assignment(it);
    }
    // `name = condition`, and not the comparison `term = 4 years`.
    [[nodiscard]] bool is_assignment(Range it) const {
        auto const left = tokens_.cend() - it;
        if (left < 3 || (it + 1)->text != "=") return false;
        auto const first = (it + 2)->text.front();
        return !(first >= '0' && first <= '9') || (left > 3 && (it + 3)->text == "of");
    }

    // ---- clauses

    void clause(Range begin, Range end) {
        auto const in = braces_.empty() ? std::string_view() : braces_.back();
        auto hang = indent() + 2;
        auto from = begin;
        auto const equals =
            begin->kind == K::word
                ? std::find_if(begin, std::min(begin + 3, end), [](Token const& t) { return t.text == "="; })
                : end;
        if (in == "measure" && equals != end && equals < begin + 3) {
            auto name = joined(begin, equals);
            name.resize(std::max(name.size(), aligned(begin)), ' ');
            out_ += name + " = ";
            from = equals + 1;
            hang = columns(out_);
        } else if (in == "kind" && begin->text == "gate" && end - begin > 2) {
            out_ += "gate = ";
            from = begin + 2;
            hang = columns(out_);
        } else if (in == "kind" && begin->text == "elements") {
            out_ += "elements ";
            from = begin + 1;
            hang = columns(out_);
        } else if (in == "test" && begin->text == "no") {
            out_ += "no  ";
            from = begin + 1;
        }
        if (in == "test") hang = indent() + 4;
        if (in == "concept") hang = begin->text == "but" ? indent() + 4 : indent();
        segments(from, end, hang, in == "article" || in == "test");
    }

    // The width of the names in the block of clauses around `begin`: no blank line inside a block.
    [[nodiscard]] std::size_t aligned(Range begin) const {
        auto const option = begin->text == "option";
        auto first = begin;
        while (first != tokens_.cbegin() && first->text != "{" && first->lines_before < 2) --first;
        std::size_t widest = 0;
        for (auto it = first; it != tokens_.cend() && it->text != "}"; ++it) {
            if (it > begin && it->lines_before > 1) break;
            if (it->kind == K::comment || it->depth > 0 || it->text == "{") continue;
            if (it->text == "option" && option && it + 1 != tokens_.cend())
                widest = std::max(widest, it->text.size() + 1 + (it + 1)->text.size());
            bool const plain = it->kind == K::word && is_assignment(it) &&
                               (it == tokens_.cbegin() || (it - 1)->text != "option");
            if (plain && !option) widest = std::max(widest, it->text.size());
            if (it->text == "gate" && !option) widest = std::max<std::size_t>(widest, 4);
        }
        return widest;
    }

    [[nodiscard]] static bool may_break(Token const& token, bool lists) {
        if (token.kind == K::text) return false;
        if (token.kind == K::sign) return token.text == "|";
        if (one_of(token.text, {"or", "and"})) return true;
        return lists && one_of(token.text, {"met", "with", "without", "allows", "protects", "asks",
                                            "reservable", "verified", "note"});
    }

    // Between the elements of a kind.
    [[nodiscard]] bool after_comma(Range it) const {
        return !braces_.empty() && braces_.back() == "kind" && (it - 1)->text == ",";
    }

    // Splits at the author's own breaks, and at comments.
    void segments(Range begin, Range end, std::size_t hang, bool lists) {
        auto from = begin;
        for (auto it = begin; it != end; ++it) {
            if (it->kind == K::comment) {
                if (from != it) fill(from, it, hang, 0);
                (void)comment(it, hang);
                from = it + 1;
                if (from != end) new_line(hang);
                continue;
            }
            if (it == from || it->depth > 0 || it->lines_before == 0) continue;
            if (!may_break(*it, lists) && !after_comma(it)) continue;
            fill(from, it, hang, 0);
            new_line(hang);
            from = it;
        }
        if (from != end) fill(from, end, hang, 0);
    }

    // Breaks a run that is too long before its operators, the outermost first.
    void fill(Range begin, Range end, std::size_t hang, int depth) {
        auto const whole = joined(begin, end);
        int deepest = 0;
        for (auto it = begin; it != end; ++it) deepest = std::max(deepest, it->depth);
        if (fits(columns(out_), whole) || depth > deepest) {
            out_ += whole;
            return;
        }
        auto from = begin;
        bool fresh = true, long_one = false;  // at the start of a line; after a piece of several lines
        for (auto it = begin + 1;; ++it) {
            if (it != end && !(it->depth == depth && (may_break(*it, false) || after_comma(it)))) continue;
            auto const piece = joined(from, it);
            bool const blank = from != begin && apart(*(from - 1), *from);
            if (!fresh && (long_one || !fits(columns(out_) + 1, piece))) {
                new_line(hang);
            } else if (!fresh && blank) {
                out_ += ' ';
            }
            long_one = !fits(columns(out_), piece);
            if (long_one)
                fill(from, it, hang + 4, depth + 1);
            else
                out_ += piece;
            fresh = false;
            if (it == end) return;
            from = it;
        }
    }

    std::deque<std::string> examples_;  // with their lines aligned
    std::vector<Token> tokens_;
    std::vector<std::string_view> braces_;  // words that opened the blocks around
    std::string out_;
    bool after_open_ = false;
};

}  // namespace

std::string lay_out(std::string_view text) {
    return Layout(text).run();
}

}  // namespace lacuna::dsl
