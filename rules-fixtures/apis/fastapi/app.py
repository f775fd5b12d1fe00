"""The small API of app.ts, for FastAPI: what its document says is what ours is held beside."""
import json
import sys
from datetime import datetime
from enum import Enum
from typing import List, Optional

from fastapi import Depends, FastAPI, HTTPException, Response
from fastapi.security import HTTPBearer
from pydantic import BaseModel, Field

app = FastAPI(title="Books", version="1.0.0")
bearer = HTTPBearer()


class Genre(str, Enum):
    fiction = "fiction"
    science = "science"


class NewBook(BaseModel):
    title: str = Field(min_length=1)
    pages: int = Field(gt=0)
    genre: Genre
    tags: List[str] = []


class Book(NewBook):
    id: int
    added: datetime


books: dict = {}


@app.get("/books", response_model=List[Book])
def list_books(page: int = 1, genre: Optional[Genre] = None):
    """All books, a page at a time."""
    return list(books.values())


@app.post("/books", response_model=Book, status_code=201, dependencies=[Depends(bearer)])
def add_book(book: NewBook):
    return book


@app.get("/books/{id}", response_model=Book)
def get_book(id: int):
    if id not in books:
        raise HTTPException(status_code=404, detail="no such book")
    return books[id]


@app.delete("/books/{id}", status_code=204, dependencies=[Depends(bearer)])
def remove_book(id: int):
    return Response(status_code=204)


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(app.openapi(), file, indent=2)
