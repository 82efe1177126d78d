from palmarium.exports import api, openapi, schemas
from tests.exports.exported import PIE, context, files, read


def test_every_path_is_there_and_every_schema_too() -> None:
    there = context(PIE)
    described = read(files(openapi, there), "/api/v1/openapi.json")
    written = {**files(api, there), **files(schemas, there)}
    assert described["openapi"] == "3.1.0"
    assert described["servers"] == [{"url": "https://example.org/pies/api/v1"}]
    for path, item in described["paths"].items():
        example = {"awards": "pie", "editions": "pie-2011", "names": "ann-crust"}.get(path.split("/")[1], "")
        assert f"/api/v1{path.replace('{id}', example)}" in written
        schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        assert f"/api/v1/{schema}" in written
    ids = [item["get"]["operationId"] for item in described["paths"].values()]
    assert len(set(ids)) == len(ids)
