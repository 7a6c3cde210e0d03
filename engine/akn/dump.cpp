#include "akn/dump.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace lacuna::akn {
namespace {

constexpr std::string_view bold = "\x1b[1m", dim = "\x1b[2m", plain = "\x1b[0m";

class Outline {
  public:
    Outline(Document const& document, OutlineOptions options) : document_(document), options_(options) {}

    std::string run() {
        head();
        std::uint32_t block = 0;
        for (std::size_t i = 0; i < document_.provisions.size(); ++i) {
            auto const& row = document_.provisions[i];
            while (!depth_.empty() && depth_.back() <= i) {
                blocks(block, block_end_.back());
                depth_.pop_back();
                block_end_.pop_back();
            }
            blocks(block, row.block_begin);
            provision(row);
            depth_.push_back(row.subtree_end);
            block_end_.push_back(row.block_end);
        }
        while (!depth_.empty()) {
            blocks(block, block_end_.back());
            depth_.pop_back();
            block_end_.pop_back();
        }
        blocks(block, static_cast<std::uint32_t>(document_.blocks.size()));
        if (options_.text) lists();
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string paint(std::string_view style, std::string_view text) const {
        return options_.colour ? fmt::format("{}{}{}", style, text, plain) : std::string(text);
    }

    void field(std::string_view name, std::string_view value) {
        if (!value.empty()) out_ += fmt::format("{:<12}{}\n", name, value);
    }

    void head() {
        auto const& meta = document_.meta;
        if (!meta.title.empty())
            out_ += paint(bold, meta.title) + (meta.title_of_file ? "  (the name of the file)" : "") + "\n";
        field("type", meta.document_type);
        field("country", meta.subdivision.empty() ? meta.country : meta.country + "-" + meta.subdivision);
        std::string languages;
        for (auto const& language : meta.languages) languages += (languages.empty() ? "" : ", ") + language;
        field("language", languages);
        std::string parts;
        for (auto const& language : languages_of_parts(document_))
            parts += (parts.empty() ? "" : ", ") + std::string(language);
        field("parts in", parts);
        field("number", meta.number);
        std::string aliases;
        for (auto const& alias : meta.aliases)
            if (alias != meta.title) aliases += (aliases.empty() ? "" : "; ") + alias;
        field("also", aliases);
        field("work", meta.work_uri);
        field("expression", meta.expression_uri);
        field("version", meta.version);
        field("date", meta.date_expression.empty() ? meta.date_work : meta.date_expression);
        if (!out_.empty()) out_ += "\n";
    }

    void provision(Provision const& row) {
        auto line = std::string(2 * depth_.size(), ' ') + std::string(row.element);
        if (!row.num.empty()) line += fmt::format(" {}", row.num);
        if (!row.heading.empty()) line += fmt::format(" {}", row.heading);
        std::string marks(row.eid);
        if (row.eid_made) marks += " (made)";
        if (row.basic_unit) marks += " unit";
        if (row.quoted) marks += " quoted";
        if (row.quoted && !row.amends.empty()) marks += fmt::format(" (amends {})", row.amends);
        if (!row.language.empty()) marks += fmt::format(" in {}", row.language);
        if (row.attachment) marks += " attachment";
        if (row.force != Force::in_force) marks += fmt::format(" {}", to_string(row.force));
        auto const room =
            options_.width > utf8::width(marks) + 12 ? options_.width - utf8::width(marks) - 2 : 10;
        out_ += utf8::truncate(line, room) + "  " + paint(dim, marks) + "\n";
    }

    void blocks(std::uint32_t& from, std::uint32_t to) {
        for (; from < to; ++from) {
            auto const& block = document_.blocks[from];
            if (!options_.text) continue;
            auto const own = block.provision.valid() ? document_.at(block.provision) : Provision{};
            if (block.role == Role::num && own.num == document_.text_of(block)) continue;
            if (block.role == Role::heading && own.heading == document_.text_of(block)) continue;
            out_ +=
                fmt::format("{}{} {}\n", std::string(2 * depth_.size(), ' '),
                            paint(dim, fmt::format("{}:", to_string(block.role))), document_.text_of(block));
        }
    }

    [[nodiscard]] std::string_view words(std::uint32_t begin, std::uint32_t end) const {
        return std::string_view(document_.text).substr(begin, end - begin);
    }
    [[nodiscard]] std::string_view name(ProvisionId id) const {
        return id.valid() ? document_.at(id).eid : std::string_view("preface");
    }

    // What stands in the text beside its provisions: quoted words, references, terms.
    void lists() {
        if (!document_.quotations.empty()) out_ += "\nwords of other acts\n";
        for (auto const& row : document_.quotations)
            out_ += fmt::format("  {}: \"{}\" amends {}\n", name(row.provision),
                                words(row.text_begin, row.text_end), row.amends.empty() ? "?" : row.amends);
        if (!document_.references.empty()) out_ += "\nreferences\n";
        for (auto const& row : document_.references) reference(row);
        if (!document_.terms.empty()) out_ += "\nterms\n";
        for (auto const& row : document_.terms)
            out_ += fmt::format("  {}: {} \"{}\"\n", name(row.provision), row.defines ? "defines" : "uses",
                                words(row.text_begin, row.text_end));
    }

    void reference(Reference const& row) {
        auto target = std::string("elsewhere");
        if (row.target.valid())
            target = row.document.valid() ? "in another act of the set" : std::string(name(row.target));
        else if (row.href.empty() || row.href.front() == '#')
            target = "nothing";
        out_ += fmt::format("  {}: \"{}\" {} -> {}\n", name(row.from), words(row.text_begin, row.text_end),
                            row.href, target);
    }

    Document const& document_;
    OutlineOptions options_;
    std::string out_;
    std::vector<std::uint32_t> depth_, block_end_;
};

}  // namespace

std::string outline(Document const& document, OutlineOptions options) {
    return Outline(document, options).run();
}

std::string account_table(Document const& document) {
    std::string out;
    for (std::size_t i = 0; i < Account::class_count; ++i)
        out += fmt::format("{:<20}{:>12}\n", to_string(static_cast<Account::Class>(i)),
                           document.account.characters[i]);
    out += fmt::format("{:<20}{:>12}\n", "sum", document.account.sum());
    out += fmt::format("{:<20}{:>12}\n", "body", document.account.body);
    out += document.account.balances() ? "balances\n" : "DOES NOT BALANCE\n";
    return out;
}

}  // namespace lacuna::akn
